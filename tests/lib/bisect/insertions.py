from bisect import insort, insort_left, insort_right

a = []
for x in 5, 1, 3, 2, 4:
    insort(a, x)
print(a)
b = [(1, "a"), (2, "b")]
insort_left(b, (2, "first"), key=lambda p: p[0])
insort_right(b, (1, "last"), key=lambda p: p[0])
print(b)
try:
    insort(a, 1, -1)
except ValueError as e:
    print(e)
