d = {1: 1, 2: 2, 3: 3}
for k in d:
    d[k] = k * 10
print(d)
