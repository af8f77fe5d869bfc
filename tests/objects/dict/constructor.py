print(dict(), dict(a=1, b=2), dict([(1, 2), [3, 4], "ab"]), dict({1: 2}, x=3))
print(dict(zip("ab", range(2))), dict([]), dict({}), dict([("a", 1)], a=2))


class Mapping:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()), dict(**Mapping()))
