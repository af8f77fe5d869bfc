class Default(dict):
    def __missing__(self, key):
        if key == "bad":
            raise ValueError("bad key")
        return ("missing", key)


d = Default(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d)
try:
    d["bad"]
except ValueError as e:
    print(e)
print(dict.__getitem__(d, "zz"))
