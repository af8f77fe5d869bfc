# Subclasses of built-in containers use their own __iter__.
class L(list):
    def __iter__(self):
        return iter("list")
class T(tuple):
    pass
class S(str):
    def __iter__(self):
        return iter((1, 2))
class D(dict):
    def __iter__(self):
        return iter(["x"])
for source in L([1]), T((1, 2)), S("ab"), D(a=1):
    for item in source:
        print(item)
