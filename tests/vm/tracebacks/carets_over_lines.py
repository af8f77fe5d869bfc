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

def call(x):
    return len(
        x,
    )
def chain(x):
    y = (1 +
         2 +
         x)
    return y
def text(x):
    return ("one" +
            "two" + x + 1 )
def listing(x):
    return [1,
            x.missing,
            2]
show(call, 5)
show(chain, "x")
show(text, "a")
show(listing, 1)
