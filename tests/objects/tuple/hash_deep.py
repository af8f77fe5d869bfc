# expect: hand, because CPython overflows its C stack
# stress: no, because it builds 200000 objects
a = None
for i in range(200000):
    a = (a,)
try:
    hash(a)
except RecursionError:
    print("RecursionError")
