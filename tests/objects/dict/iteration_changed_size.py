d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print(e)
it = iter(d)
next(it)
d.clear()
for i in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
for view in (d.keys, d.values, d.items):
    d = {1: 2}
    it = iter(getattr(d, view.__name__)())
    d[2] = 3
    try:
        next(it)
    except RuntimeError as e:
        print(e)
