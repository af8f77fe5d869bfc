from collections import UserDict


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower({"A": 1}, B=2)
d.update(C=3)
print(d, d.data, len(d), "a" in d, d.get("x"), d.pop("a"), list(d.items()), isinstance(d, dict), d | {"E": 5})
d |= {"f": 6}
e = d.copy()
e["z"] = 0
print(sorted(d), sorted(e), type(e).__name__, d == {"b": 2, "c": 3, "f": 6}, Lower.fromkeys("XY", 0))
try:
    d["nope"]
except KeyError as err:
    print(err)


class M(UserDict):
    def __missing__(self, key):
        return "missing " + key


print(M()["k"], M().get("k", "default"), {"a": 1} | UserDict(b=2), bool(UserDict()))
