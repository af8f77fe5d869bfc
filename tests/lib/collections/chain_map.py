from collections import ChainMap

base = {"a": 1, "b": 2}
c = ChainMap({"b": 20}, base)
print(c["a"], c["b"], len(c), sorted(c), "a" in c, c.get("z", 0), c, dict(c) == {"a": 1, "b": 20}, list(c))
c["new"] = 5
print(base, c.maps[0], c.new_child({"x": 1})["x"], c.parents, c == {"a": 1, "b": 20, "new": 5})
print(c.pop("new"), c.popitem(), bool(ChainMap()), ChainMap.fromkeys("ab", 1), ChainMap({}, {"k": 1}) | {"k": 2}, {"q": 1} | ChainMap({"r": 2}))
for bad in lambda: c["zz"], lambda: c.pop("a"), lambda: c.popitem(), lambda: c.__delitem__("a"):
    try:
        bad()
    except KeyError as e:
        print(e)


class Default(ChainMap):
    def __missing__(self, key):
        return key * 2


print(Default()["ab"], ChainMap({"a": 1}).copy().maps, list(c.items()), c.setdefault("s", 9))
