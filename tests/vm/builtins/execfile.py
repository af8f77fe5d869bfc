# expect: hand, as CPython has no execfile
with open("part.py", "w") as f:
    f.write("x = y + 1\nprint(__name__, x)\n")
with open("wrong.py", "w") as f:
    f.write("x = = 1\n")
y = 1
print(execfile("part.py"), x)
space = {"y": 10, "__name__": "space"}
execfile("part.py", space)
print(space["x"], x)
local = {"y": 20}
execfile("part.py", {"__name__": "two"}, local)
print(local["x"])
for path in ("missing.py", b"part.py", "wrong.py"):
    try:
        execfile(path)
    except (OSError, TypeError, SyntaxError) as e:
        print(type(e).__name__, e.args[0] if isinstance(e, OSError) else e)
