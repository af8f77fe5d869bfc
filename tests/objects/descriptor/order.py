class Data:
    def __get__(self, o, t): return "data"
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
class NonData:
    def __get__(self, o, t): return "nondata" if o is not None else "class"
class A:
    d = Data()
    n = NonData()
a = A()
a.__dict__["d"] = "instance d"
a.__dict__["n"] = "instance n"
print(a.d, a.n, A.n)
a.d = 3
del a.d
del a.n
print(a.n)
class SetOnly:
    def __set__(self, o, v): o.__dict__["s"] = v
class B:
    s = SetOnly()
b = B()
print(type(b.s).__name__)
b.s = 5
print(b.s)
class GetOnly:
    def __get__(self, o, t): return 1
class C:
    g = GetOnly()
c = C()
c.g = 2
print(c.g, C().g)
A.d = 1
print(a.d)
