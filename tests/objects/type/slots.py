class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"))
try:
    p.z = 1
except AttributeError as e:
    print("AttributeError", e)
del p.x
try:
    p.x
except AttributeError as e:
    print("AttributeError")
class Q(P):
    __slots__ = "z"
q = Q(1, 2)
q.z = 3
print(q.x, q.y, q.z)
class R(P):
    pass
r = R(5, 6)
r.other = 7
print(r.x, r.other, r.__dict__)
class S:
    __slots__ = ["a", "__dict__"]
s = S()
s.a = 1
s.b = 2
print(s.a, s.b, s.__dict__)
class T:
    __slots__ = ("__private",)
    def __init__(self): self.__private = 3
    def get(self): return self.__private
print(T().get(), T._T__private.__get__(T()))
try:
    class U:
        __slots__ = ("v",)
        v = 1
except ValueError as e:
    print(e)
