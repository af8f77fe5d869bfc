class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
def op(name):
    def f(self, other):
        return f"{name}({self}, {other})"
    return f
names = "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor divmod".split()
for n in names:
    setattr(V, f"__{n}__", op(n))
    setattr(V, f"__r{n}__", op("r" + n))
a = V(1)
print(a + 2, a - 2, a * 2, a / 2, a // 2, a % 2, a ** 2, a @ 2, a << 2, a >> 2, a & 2, a | 2, a ^ 2)
print(2 + a, 2 - a, 2 * a, 2 / a, 2 // a, 2 % a, 2 ** a, 2 @ a, 2 << a, 2 >> a, 2 & a, 2 | a, 2 ^ a)
print(divmod(a, 2), divmod(2, a), "s" + a, [1] + a, a + V(3))
a += 1
print(a)
class W:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(("iadd", o))
        return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return "sub"
w = W()
w += 5
print(w.log)
w -= 1
print(w)
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
u = U()
print(-u, +u, ~u, abs(u))
for f in [lambda: -W(), lambda: W() + 1, lambda: 1 + W(), lambda: W() ** 2, lambda: ~[], lambda: abs("x")]:
    try:
        print(f())
    except TypeError as e:
        print(e)
def bad():
    x = W()
    x *= 2
try:
    bad()
except TypeError as e:
    print(e)
