from statistics import *

print(variance([1, 2, 3, 4]), pvariance([1, 2, 3, 4]), stdev([1, 2, 3, 4]), pstdev([1, 2, 3, 4]), variance([2.75, 1.75, 1.25, 0.25]))
print(stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), pstdev([0.1, 0.2, 0.4]), variance([1, 2, 3], 2), pvariance([1, 2, 3], mu=2), stdev([5, 5]))
print(stdev([1e-160, 3e-160]), variance([10**15 + 1, 10**15, 10**15 + 2]), pvariance([True, False]))
