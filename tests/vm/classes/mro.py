class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print([c.__name__ for c in E.__mro__], [c.__name__ for c in E.mro()])
def bad(f):
    try:
        f()
    except TypeError as e:
        print(e)
bad(lambda: type("X", (A, C), {}))
bad(lambda: type("X", (A, A), {}))
bad(lambda: type("X", (5,), {}))
bad(lambda: type("X", (bool,), {}))
bad(lambda: type("X", (int, str), {}))
bad(lambda: type("X", (type(None),), {}))
bad(lambda: type("X", (O, object), {}) and type("Y", (object, O), {}))
class X(A, B): pass
class Y(B, A): pass
bad(lambda: type("Z", (X, Y), {}))
class S:
    def f(self): return ["S"]
class T(S):
    def f(self): return ["T"] + super().f()
class U(S):
    def f(self): return ["U"] + super().f()
class V(T, U):
    def f(self): return ["V"] + super().f()
print(V().f())
print(E.__subclasses__(), [c.__name__ for c in O.__subclasses__()][:2])
class R:
    def __mro_entries__(self, bases): return (A,)
class Q(R()): pass
print(Q.__bases__ == (A,), type(Q.__orig_bases__[0]).__name__)
