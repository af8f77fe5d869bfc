# A dict or set that changes its size ends the loop with RuntimeError.
d = {1: 1, 2: 2}
try:
    for key in d:
        d[key + 10] = 0
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for item in s:
        s.discard(item)
except RuntimeError as e:
    print(e)
