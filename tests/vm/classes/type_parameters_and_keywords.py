class Meta(type):
    def __new__(mcls, name, bases, space, **named):
        cls = super().__new__(mcls, name, bases, space)
        cls.named = named
        return cls
    def __init__(cls, name, bases, space, **named): super().__init__(name, bases, space)
class Base: pass
bases = (Base,)
class A[T](Base, metaclass=Meta, tag="a"): pass
class B[T](metaclass=Meta, x=1): pass
class C[T](*bases): pass
class D[T, U](Base, **{"metaclass": Meta}): pass
for cls in (A, B, C, D):
    print(cls.__name__, cls.__mro__[-2].__name__, [b.__name__ for b in cls.__bases__])
    cls[int] if cls is not D else cls[int, str]
print(A.named, B.named, D.named)
