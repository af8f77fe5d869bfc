from collections import OrderedDict


d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
d.move_to_end("a")
print(d)
d.move_to_end("c", last=False)
print(list(d), d.popitem(), d.popitem(last=False), d)
d["z"] = 5
print(list(reversed(d)), OrderedDict(), d.copy(), type(d.copy()).__name__)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(OrderedDict(a=1) | {"b": 2}, {"x": 0} | OrderedDict(a=1), OrderedDict.fromkeys("ab", 1))
d |= {"new": 1}
print(d, isinstance(d, dict))
