# stress: no, because it builds 200000 objects
a = b = None
for i in range(200000):
    a = [a]
    b = [b]
try:
    print(a == b)
except RecursionError:
    print("RecursionError")
