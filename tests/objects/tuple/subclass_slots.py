class Pair(tuple):
    __slots__ = ()


p = Pair([1, 2])
print(p, len(p))
try:
    p.x = 1
except AttributeError as e:
    print("AttributeError")
