class Name:
    def __hash__(self):
        return hash("abc")

    def __eq__(self, other):
        return other == "abc"


d = {"abc": 1}
print(d[Name()], Name() in d)
d = {Name(): 2}
print(d["abc"], "abc" in d, "x" in d)
