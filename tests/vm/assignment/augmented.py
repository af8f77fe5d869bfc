x = 5
x += 2; x -= 1; x *= 4; x //= 5; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 64; x &= 127; x ^= 3
print(x)
x /= 2
print(x)
l = m = [1]
l += [2]
l += (3,)
l += "ab"
l *= 2
print(m, l is m)
t = u = (1,)
t += (2,)
print(t, u)
class A:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("iadd", o)); return self
    def __sub__(self, o): return "sub"
    def __imatmul__(self, o): return "imatmul"
a = A()
a += 1
print(a.log)
b = a
a -= 1
print(a)
b @= 2
print(b)
d = {"k": 1}
d["k"] += 5
o = A()
o.n = [1, [2]]
o.n[1][0] += 7
o.n += [5]
print(d, o.n)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as e:
    print(e, t)
s = {1, 2}
s |= {3}; s &= {2, 3}; s ^= {9}; s -= {3}
print(sorted(s))
d |= {"z": 0}
print(d)
try:
    q = None
    q += 1
except TypeError as e:
    print(e)
try:
    q = 1
    q @= 1
except TypeError as e:
    print(e)
