from collections import namedtuple


P = namedtuple("P", "x y")
p = P(1, 2)
for f in ("p.x = 5", "del p.x", "p[0] = 1"):
    try:
        exec(f)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    p.other = 1
except AttributeError as e:
    print("AttributeError")
print(p)
