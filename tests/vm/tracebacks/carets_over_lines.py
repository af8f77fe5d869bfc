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
