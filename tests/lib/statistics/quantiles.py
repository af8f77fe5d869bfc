from statistics import quantiles

data = [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110]
print(quantiles(data), quantiles(data, n=10), quantiles(data, method="inclusive"), quantiles([1, 2]), quantiles([1, 2], n=1))
print(quantiles([1.5, 2, 8], n=5, method="inclusive"), quantiles(range(100), n=4))
