from itertools import cycle, islice

print(list(islice(cycle("ab"), 5)), list(cycle([])), list(islice(cycle(iter([1])), 3)))
c = cycle(i for i in range(3))
print([next(c) for _ in range(7)])
for bad in (), (3,), ([1], 2):
    try:
        cycle(*bad)
    except TypeError:
        print("TypeError")
