def show(code):
    try:
        exec(code, {"__name__": "__main__"})
    except ImportError as e:
        print(type(e).__name__, e, "|", e.name)
    except SystemError as e:
        print(type(e).__name__, e)
show("import does_not_exist")
show("import does_not_exist.sub")
show("from does_not_exist import x")
show("import math.nothing")
show("from math import nothing_there") if 0 else None
show("from . import x")
show("from .mod import x")
try:
    from math import nothing_there
except ImportError as e:
    print(type(e).__name__, str(e).split("(")[0])
import sys
sys.modules["blocked"] = None
show("import blocked")
sys.modules["fake"] = 5
import fake
print(fake)
