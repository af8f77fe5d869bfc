# expect: hand, because CPython 3.12 does not suggest keyword arguments
def move(left, right=0, *, speed=1, maxsplit=2): pass
for wrong in ("lefft", "rigth", "sped", "max_split", "zzzzz", "x"):
    try:
        move(**{wrong: 1})
    except TypeError as e:
        print(e)
def only(a, /, **rest): return rest
print(only(1, b=2))
try:
    only(a=1)
except TypeError as e:
    print(e)
