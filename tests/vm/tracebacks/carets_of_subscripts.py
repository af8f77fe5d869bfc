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

def read(a, i): return [a[i], 1]
def nested(a): return a["x"]["y"]["z"] + 1
def called(a): return len(a.get(1)[2])
def constant(a): return (a[0] or 1), a[1], a[200], a[-5]
def write(a): a[0][1] = a[1] = 3
def remove(a): del a[0], a[7]
def augment(a): a[0] += a["x"]
def with_slice(a): return [a[1:2] , 4][0]
show(read, [], 1)
show(nested, {"x": {"y": None}})
show(nested, {"x": {}})
show(called, {1: []})
show(constant, [1, 2])
show(constant, [])
show(write, [(), 1])
show(remove, [1, 2])
show(augment, {0: 1})
show(with_slice, 3)
