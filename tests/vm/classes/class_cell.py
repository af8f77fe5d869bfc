class A:
    def f(self): return __class__
    @staticmethod
    def g(): return __class__
    h = lambda self: __class__
    def nested(self):
        def inner(): return __class__
        return inner()
    def gen(self): yield __class__
    l = [0]
print(A().f() is A, A.g() is A, A().h() is A, A().nested() is A, next(A().gen()) is A)
class B(A): pass
print(B().f() is A)
class Meta(type):
    def __new__(m, n, b, ns):
        print("__classcell__" in ns)
        return super().__new__(m, n, b, ns)
class C(metaclass=Meta):
    def f(self): return __class__
print(C().f() is C)
class Meta2(type):
    def __new__(m, n, b, ns):
        ns.pop("__classcell__", None)
        return super().__new__(m, n, b, ns)
try:
    class D(metaclass=Meta2):
        def f(self): return __class__
except RuntimeError as e:
    print(e)
class E:
    def __init_subclass__(cls):
        print(cls.who())
class F(E):
    @classmethod
    def who(cls): return __class__.__name__
