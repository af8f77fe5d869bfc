# expect: hand, because CPython overflows its C stack
a = None
for i in range(200000):
    a = (a,)
try:
    hash(a)
except RecursionError:
    print("RecursionError")
