from collections import Counter


a, b = Counter(a=3, b=1, z=-1), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, +a, -a)
print(a <= b, Counter("ab") < Counter("aab"), Counter("aab") > Counter("ab"), Counter() >= Counter())
a += b
print(a)
a -= Counter(a=10)
a |= Counter(n=2)
a &= Counter(n=1, c=9)
print(a)
