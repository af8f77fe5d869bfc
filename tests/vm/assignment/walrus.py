if (n := len("hello")) > 3: print(n)
print([y := 1, y**2, y + 5])
while (n := n - 1) > 2: print("w", n)
print((a := 1, b := 2), a, b)
r = [last := i for i in range(4)]
print(last, r)
print([j for i in range(5) if (j := i * 2) > 3], j)
def f():
    s = 0
    any((s := s + i) > 100 for i in range(10))
    return s
print(f())
def g(x): return (x := x + 1), x
print(g(1))
z = 5
print(z, (z := 6), z)
def h():
    t = 0
    def inner():
        nonlocal t
        [t := t + i for i in range(4)]
    inner()
    return t
print(h())
x = 1
print(x + (x := 10) + x)
print({(k := 3): k + 1}, f"{(w := 5)} {w}")
lam = lambda q: (m := q * 2) + m
print(lam(3))
def order(a):
    return a, (a := 5), a, [a, (a := 6)], a + (a := 7)
print(order(1))
def attr(o):
    return o.real + (o := 3).real
print(attr(1))
