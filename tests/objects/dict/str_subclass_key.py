class S(str):
    pass


d = {S("a"): 1, "b": 2}
print(d["a"], d[S("b")], S("c") in d)
d["a"] = 3
print(len(d), type(list(d)[0]).__name__)
