d = {}
keys = [1, "1", (1,), 1.5, None, b"1", frozenset([1]), 10**30, "x" * 100, -1, -2, range(3)]
for i, k in enumerate(keys):
    d[k] = i
print([d[k] for k in keys], len(d))
print(d[-1], d[-2], (1,) in d, (2,) in d)
