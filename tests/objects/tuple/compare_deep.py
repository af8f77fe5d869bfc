# stress: no, because it builds 200000 objects
a = b = None
for i in range(200000):
    a = (a,)
    b = (b,)
for f in (lambda: a == b, lambda: a < b):
    try:
        print(f())
    except RecursionError:
        print("RecursionError")
