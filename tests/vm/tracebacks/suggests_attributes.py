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

class Thing:
    colour = 1
    def __init__(self): self.size = 2
class Slotted:
    __slots__ = ("alpha", "beta")
    def __init__(self): self.alpha = 1
def read(o, name): return getattr(o, name)
show(read, Thing(), "color")
show(read, Thing(), "sise")
show(read, Thing, "colours")
show(read, Thing(), "zzz")
show(read, Slotted(), "alhpa")
show(read, [], "appendd")
show(read, "", "uper")
