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

def bad(x): return 1 + int(x) * 2
def attribute(x): return x.real.foo + 1
def compare(x): return 1 < x or 2 < x
def negate(x): return [-x]
def method(x): return "a".join(x) + "b"
def deep(x): return bad(bad(x))
show(bad, "q")
show(attribute, 1)
show(compare, "a")
show(negate, "a")
show(method, [1])
show(deep, 4.5j)
