class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
    def __eq__(self, o): return "A.eq"
class B(A):
    def __radd__(self, o): return "B.radd"
    def __gt__(self, o): return "B.gt"
    def __eq__(self, o): return "B.eq"
class C(A):
    pass
print(A() + B(), A() + C(), B() + A(), A() + A())
print(A() < B(), A() < C(), A() == B(), A() == C(), B() < A())
class D:
    def __add__(self, o): return NotImplemented
class E:
    def __radd__(self, o): return "E.radd"
print(D() + E())
try:
    D() + D()
except TypeError as e:
    print(e)
