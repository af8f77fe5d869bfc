from collections.abc import Mapping, MutableMapping


class M(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)

    def __repr__(self):
        return f"M({self.d})"


m = M()
m.update({"a": 1}, b=2)
m.update([("c", 3)])
print(m, m.get("a"), m.get("z", 0), "a" in m, list(m.keys()), list(m.values()), list(m.items()), m == {"a": 1, "b": 2, "c": 3})
print(m.pop("a"), m.pop("a", None), m.popitem(), m.setdefault("q", 5), m.setdefault("q", 6), m.keys() & {"q"}, m.keys(), ("q", 5) in m.items(), 5 in m.values())
m.clear()
print(m, len(m.items()))
for bad in lambda: m.pop("x"), lambda: m.popitem(), lambda: Mapping(), lambda: reversed(m):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__)
