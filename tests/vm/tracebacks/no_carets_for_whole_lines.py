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

def f(x):
    x.foo
def g(x):
    raise x
def h(x):
    x += 1
def i(x):
    assert x
show(f, 1)
show(g, ValueError("v"))
show(h, "a")
show(i, 0)
