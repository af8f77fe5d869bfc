import copy
from collections import OrderedDict, defaultdict, deque

data = {"a": [1, [2]], "t": (1, [3]), "s": {4}, "b": bytearray(b"x")}
c, d = copy.copy(data), copy.deepcopy(data)
data["a"][1].append(9)
data["t"][1].append(9)
print(c["a"], d["a"], d["t"], d["s"] == data["s"], d["s"] is data["s"], d["b"] is data["b"])
t = (1, "a", (2,))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.copy("s"), copy.deepcopy(5), copy.copy(None), copy.deepcopy(len) is len)
for x in OrderedDict(a=[1]), defaultdict(list, a=[1]), deque([[1]], 5):
    y = copy.deepcopy(x)
    print(y, type(y) is type(x), y == x, copy.copy(x) == x)
print(copy.deepcopy(defaultdict(list))["new"], copy.copy(range(3)), copy.deepcopy(frozenset([(1, 2)])))
