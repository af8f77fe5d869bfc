import io, sys

def print_to(e, out):
    kept, sys.stderr = sys.stderr, out
    sys.excepthook(type(e), e, e.__traceback__)
    sys.stderr = kept

if sys.implementation.name == "cpython":  # where the hook is less helpful
    import traceback
    print_to = lambda e, out: traceback.print_exception(e, file=out)

def show(f, *args):
    try:
        f(*args)
    except BaseException as e:
        out = io.StringIO()
        print_to(e, out)
        for line in out.getvalue().split("\n")[3:]:
            if not line.startswith("  File"):
                print(line)

some_global = 1
def f():
    value = 1
    return valeu
def g():
    return some_globl
def h():
    return lenn([])
def i():
    return completely_unknown
def j(captured):
    def inner():
        captured
        return capturd
    return inner()
def k():
    del some_localls
for function in (f, g, h, i, k): show(function)
show(j, 1)
