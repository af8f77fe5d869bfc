def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


show(open, "missing")
show(open, "no/such/folder", "w")
show(open, "x", "q")
show(open, "x", "rw")
show(open, "x", "bt")
show(open, "x", "rb", encoding="utf-8")
show(open, ".")
f = open("x", "w")
show(f.read)
show(f.write, b"bytes")
f.close()
show(f.write, "late")
g = open("x", "rb")
show(g.write, b"x")
show(g.seek, 0, 9)
show(open, "x", "xb")
with open("x", "wb") as f:
    f.write(b"\xff")
try:
    open("x").read()
except UnicodeDecodeError as e:
    print(e)
