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

def first(a, b, c): return (a + b + c) * 2
def last(a, b, c): return 1 + (a - b - c)
def mixed(a, b, c): return a + b * c - 3
def powers(a, b, c): return a ** b ** c
def spaced(a, b): return a   +     b
def signs(a, b): return a - -b + ~b
def parens(a, b, c): return (a) + (b) + (c) * 1
def brackets(a, b): return f([a + 1][0] - b[0]), 2
show(first, 1, None, 2)
show(first, 1, 2, None)
show(last, 1, 2, None)
show(mixed, 1, [], {})
show(mixed, 1, 2, "x")
show(powers, 1, None, 2)
show(powers, None, 1, 2)
show(spaced, 1, None)
show(signs, 1, 1j)
show(parens, 1, None, 2)
show(parens, 1, 2, None)
show(brackets, 1, [""])
