class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(A(1) == A(1), A(1) != A(1), A(1) != A(2), A(1) < A(2), A(2) > A(1))
for f in [lambda: A(1) <= A(2), lambda: hash(A(1)), lambda: A(1) < 3]:
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class B:
    def __eq__(self, o): return NotImplemented
b = B()
print(b == b, b == 1, b != b, B() == B())
class C(A):
    __hash__ = None
class D(A):
    def __hash__(self): return 7
print(hash(D(1)), len({D(1), D(1), D(2)}))
try:
    {C(1)}
except TypeError as e:
    print(e)
class E:
    def __eq__(self, o): return []
    def __ne__(self, o): return "ne"
print(E() == 1, E() != 1, 1 == E(), not (E() == 1))
print(object() == 1, None == 0, [1] == (1,), 1 != "1")
