from collections import Counter


c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.total(), sorted(c.elements()))
c.update("aab")
c.subtract({"a": 3, "q": 1})
print(c)
del c["nothing"]
del c["a"]
print(c, Counter(), Counter(a=1, b=-2), Counter({"x": 3}, y=4))
print(Counter("ab") == Counter("ba"), Counter(a=1) == Counter(a=1, b=0), isinstance(c, dict), c.copy() == c)
