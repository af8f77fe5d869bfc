a = 3**2000
b = 7**1500
print(a * b % 1000000007, (a + b) % 998244353, a // b % 10**9, a % b % 10**9, len(str(a)), len(str(b)))
print(a * b // b == a, (a * b + 5) % a == 5 % a, int(str(a)) == a, int(hex(b), 16) == b, a**2 == a * a)
print((a << 1000) >> 1000 == a, (a ^ b) ^ b == a, (a | b) - (a & b) == a ^ b, -a // b == -(a // b) - 1)
print(sum(map(int, str(2**4000))), (2**5000 - 1) // (2**50 - 1) % 2**61)
