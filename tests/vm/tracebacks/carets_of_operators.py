import io, sys
try:
    print_to = sys.print_exception
except AttributeError:
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

def add(a, b): return [a + b, 0]
def each(a, b):
    for f in (lambda: [a - b], lambda: [a * b], lambda: [a / b], lambda: [a // b], lambda: [a % b],
              lambda: [a ** b], lambda: [a @ b], lambda: [a << b], lambda: [a >> b],
              lambda: [a & b], lambda: [a | b], lambda: [a ^ b]):
        show(f)
show(add, 1, "x")
each(None, [])
