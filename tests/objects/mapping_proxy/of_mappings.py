from types import MappingProxyType

m = {"a": 1, "b": 2}
p = MappingProxyType(m)
m["c"] = 3
print(p, str(p), len(p), list(p), list(reversed(p)))
print(p == m, m == p, p == MappingProxyType(m), p != {}, p | {"d": 4}, {"d": 4} | p)
print(list(p.items()), list(p.keys()), list(p.values()), p.copy())
match p:
    case {"a": x}:
        print("matched", x)
for bad in [1], (1,), 3, None:
    try:
        MappingProxyType(bad)
    except TypeError as e:
        print(e)


class Missing(dict):
    def __missing__(self, key):
        return key * 2


print(MappingProxyType(Missing())["x"], MappingProxyType[int, str])
try:
    hash(p)
except TypeError as e:
    print(e)
