n = float("nan")
d = {n: 1}
print(d[n], n in d)
d[n] = 2
print(len(d))
