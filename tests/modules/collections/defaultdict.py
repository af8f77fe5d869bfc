from collections import defaultdict


d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d, d["b"], d.get("zz"), "zz" in d, len(d), d.default_factory)
c = defaultdict(int, {"x": 1}, y=2)
for ch in "hello":
    c[ch] += 1
print(dict(c), c.copy(), type(c.copy()).__name__, c == dict(c))
c.default_factory = None
try:
    c["missing"]
except KeyError as e:
    print("KeyError", e)
print(defaultdict(int) | {1: 2}, {1: 2} | defaultdict(int), c.__missing__ is not None)
