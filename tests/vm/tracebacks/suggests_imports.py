# expect: hand, because CPython leaves the question mark out where traceback.py prints
import io, sys

def print_to(e, out):
    kept, sys.stderr = sys.stderr, out
    sys.excepthook(type(e), e, e.__traceback__)
    sys.stderr = kept

def show(f, *args):
    try:
        f(*args)
    except BaseException as e:
        out = io.StringIO()
        print_to(e, out)
        for line in out.getvalue().split("\n")[3:]:
            if not line.startswith("  File"):
                print(line)

def f(): return time.time()
def g(): return jsn.loads("")
def h(): from time import slep
def i(): from json import nothing_like_it
show(f)
show(g)
for function in (h, i):
    try:
        function()
    except ImportError as e:
        print(e.name, e.name_from)
