from statistics import *

for f in mean, fmean, median, mode, stdev, variance, pvariance, pstdev, harmonic_mean, geometric_mean, quantiles, median_low:
    try:
        print(f([]))
    except StatisticsError as e:
        print(f.__name__, e)
for bad in (lambda: stdev([1]), lambda: variance([1]), lambda: fmean([1], [1, 2]), lambda: harmonic_mean([-1, 2]),
            lambda: quantiles([1]), lambda: quantiles([1, 2], n=0), lambda: quantiles([1, 2], method="x"), lambda: geometric_mean([-1])):
    try:
        print(bad())
    except ValueError as e:
        print(type(e).__name__, e)
try:
    mean(["a"])
except TypeError as e:
    print(e)
