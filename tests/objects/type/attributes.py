class A:
    "doc of A"
    x = 1
    class Inner:
        pass
    def f(self): pass
class B(A): pass
print(A.__doc__, B.__doc__, B().__doc__, A.__module__, A.Inner.__qualname__, A.f.__qualname__)
print(A.__base__, B.__base__, A.__subclasses__(), B.__subclasses__())
A.y = 2
print(B.y, B().y)
B.y = 3
print(A.y, B.y)
del B.y
print(B.y)
try:
    del B.y
except AttributeError as e:
    print(e)
try:
    A.nothing
except AttributeError as e:
    print(e)
A.__name__ = "Renamed"
print(A.__name__, "f" in A.__dict__, "x" in vars(A))
try:
    int.x = 1
except TypeError as e:
    print(e)
print(A.__annotations__)
class C:
    a: int = 1
    b: "str"
print(C.__annotations__)
