from itertools import starmap

print(list(starmap(pow, [(2, 3), (3, 2), [10, 2]])), list(starmap(max, ["abc", iter([1, 2])])), list(starmap(dict, [()])))
try:
    list(starmap(pow, [3]))
except TypeError as e:
    print(e)
try:
    list(starmap(pow, [(1,)]))
except TypeError:
    print("TypeError")
