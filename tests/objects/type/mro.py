class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C): pass
class F(D, E): pass
print([c.__name__ for c in F.__mro__])
print([c.__name__ for c in F.mro()])
try:
    class X(A, B): pass
except TypeError as e:
    print("TypeError:", str(e)[:40])
try:
    class Y(A, A): pass
except TypeError as e:
    print("TypeError:", e)
try:
    class Z(list, dict): pass
except TypeError as e:
    print("TypeError:", e)
try:
    class W(bool): pass
except TypeError as e:
    print("TypeError:", e)
