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

def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)
def ping(n): return pong(n)
def pong(n): return 1 / n if n <= 0 else ping(n - 1)
for n in (0, 1, 2, 3, 4, 20): show(down, n)
show(ping, 2)
