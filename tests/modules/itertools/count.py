from itertools import count, islice

print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)))
print(list(islice(count(10**20), 2)), list(islice(count(step=3), 3)), list(islice(count(1j), 2)))
c = count(3)
next(c)
print(c, count(1, 2), count(1.5), count(2, 1.0))
for bad in ("a",), (1, "b"), (1, 2, 3):
    try:
        count(*bad)
    except TypeError as e:
        print("TypeError")
