import math

print(math.gcd(), math.gcd(12, 18, 27), math.gcd(0), math.gcd(-4), math.gcd(0, 5), math.gcd(2**100, 6**50), math.gcd(True, 0))
print(math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(-4, 6), math.lcm(5), math.lcm(2**40, 3**40), math.lcm(1, 2, 3, 4, 5, 6))
