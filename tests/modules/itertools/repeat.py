from itertools import islice, repeat
from operator import length_hint

print(list(repeat("x", 3)), list(islice(repeat(1), 2)), list(repeat(1, 0)), list(repeat(1, -4)))
print(list(map(pow, range(4), repeat(2))), list(repeat(object=1, times=2)))
r = repeat("a", 3)
next(r)
print(r, repeat("a"), length_hint(r))
for bad in (), (1, "a"), (1, 2.5):
    try:
        repeat(*bad)
    except TypeError:
        print("TypeError")
