class M1(type): pass
class M2(type): pass
class M3(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=M3): pass
class D(A, C): pass
print(type(D).__name__)
try:
    class E(A, B): pass
except TypeError as e:
    print(e)
def maker(name, bases, ns, **kw):
    print(name, bases, kw)
    return 7
class F(metaclass=maker, k=1): pass
print(F)
