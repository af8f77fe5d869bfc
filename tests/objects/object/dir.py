class A:
    x = 1
    def f(self): pass
class B(A):
    def __init__(self): self.own = 2
print([n for n in dir(B()) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")])
names = dir(A())
print(all(n in names for n in ["__class__", "__init__", "__repr__", "__eq__", "__dict__", "f", "x"]))
class C:
    def __dir__(self): return ["z", "a"]
print(dir(C()))
print("append" in dir([]), "__len__" in dir([]), "__add__" in dir(1))
