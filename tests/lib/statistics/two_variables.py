from statistics import StatisticsError, correlation, covariance, linear_regression

x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, x), round(correlation(x, y), 12), round(correlation([1, 2, 3, 4], [1, 4, 9, 99], method="ranked"), 12))
r = linear_regression([1, 2, 3], [2, 4, 6])
print(r.slope, r.intercept, linear_regression([1, 2, 3], [3, 6, 9], proportional=True))
for bad in lambda: covariance([1], [1, 2]), lambda: correlation([1, 1], [1, 2]), lambda: linear_regression([1, 1], [1, 2]), lambda: covariance([1], [2]):
    try:
        bad()
    except StatisticsError as e:
        print(e)
