print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(1) == range(0, 1, 7), range(3) == [0, 1, 2])
print(hash(range(0)) == hash(range(9, 1)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(2) != range(3))
print(len({range(3), range(0, 3), range(0, 3, 1)}))
try:
    range(1) < range(2)
except TypeError as e:
    print(e)
