seed = 12345
a = []
for i in range(3000):
    seed = (seed * 1103515245 + 12345) % 2147483648
    a.append(seed % 1000)
b = sorted(a)
print(all(b[i] <= b[i + 1] for i in range(len(b) - 1)), sum(a) == sum(b), b[:5], b[-5:])
c = sorted(a, reverse=True)
print(c == b[::-1])
d = sorted(a, key=lambda x: -x)
print(d == c)
print(sorted(b) == b, sorted(c) == b)
