class A:
    def __init__(self, n): self.n = n
    def __add__(self, o): print("add"); return NotImplemented
    def __radd__(self, o): print("radd"); return "radd result"
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "gt from reflected"
    def __mul__(self, o): return NotImplemented
class B(A):
    def __radd__(self, o): print("B radd"); return "B"
print(A(1) + B(2))
print(5 + A(1))
try:
    A(1) + A(2)
except TypeError as e:
    print(e)
print(1 < A(1), A(1) < A(2))
for f in (lambda: A(1) * 2, lambda: A(1) <= 2, lambda: A(1) @ 2, lambda: -A(1), lambda: A(1)[0], lambda: A(1)(), lambda: len(A(1)), lambda: 1 in A(1), lambda: iter(A(1)), lambda: ~A(1), lambda: A(1) ** 2, lambda: divmod(A(1), 2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
class I:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add"
i = I()
i += 1
print(i)
