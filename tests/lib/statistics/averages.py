from statistics import *

print(mean([1, 2, 3, 4]), mean([1, 2]), mean([1.5, 2.25]), mean([True, False]), mean([10**20, 1]), mean([0.1] * 3))
print(fmean([1, 2, 3.5]), fmean([1, 2], [3, 1]), harmonic_mean([40, 60]), harmonic_mean([40, 60], [5, 30]), harmonic_mean([0, 1]))
print(round(geometric_mean([54, 24, 36]), 9), median([3, 1, 2]), median([4, 1, 3, 2]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]))
print(mode("aabbb"), mode([1, 1, 2, 2]), multimode("aabbc"), multimode([]), median_grouped([52, 52, 53, 54]), median_grouped([1, 3, 3, 5, 7], 2))
print(mean([float("inf"), 1]), mean([1e308, 1e308]))
