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

def f(x): return "a + b" + x + 'c + [d]'
def g(x): return [x['a[0]']["]["]]
def h(x): return ["""+""" + x, "+"]
show(f, 1)
show(g, {"a[0]": {}})
show(h, 1)
