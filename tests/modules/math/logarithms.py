import math

print(math.log(10), math.log(8, 2), math.log2(8), math.log2(2**70), math.log10(1000), math.log10(1e-5), math.log(1))
print(math.log(10**400), math.log2(10**400), math.log10(10**400), math.log2(2**5000), math.log(2**2000, 2), math.log(True))
