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

def narrow(x): return "äöü" + x + 1, 2
def wide(x): return "日本語" + x + 1, 2
def key(x): return [{"日本": 1}[x], "日"]
def emoji(x): return ["🐍🐍" + x]
show(narrow, "é")
show(wide, "日")
show(key, "本")
show(emoji, 1)
