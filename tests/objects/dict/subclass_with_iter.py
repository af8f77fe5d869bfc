class D(dict):
    def __iter__(self):
        return iter(["x"])

    def keys(self):
        return ["x"]

    def __getitem__(self, key):
        return 42


d = D(a=1)
print(dict(d), len(d))
e = {}
e.update(d)
print(e)
