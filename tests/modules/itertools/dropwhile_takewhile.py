from itertools import dropwhile, filterfalse, takewhile


def small(x):
    return x < 5


print(list(dropwhile(small, [1, 4, 6, 3, 8])), list(takewhile(small, [1, 4, 6, 3, 8])))
print(list(dropwhile(small, [])), list(dropwhile(small, [1])), list(takewhile(small, [9])))
print(list(filterfalse(small, [1, 6, 4, 8])), list(filterfalse(None, [0, 1, "", "a"])))
t = takewhile(small, iter([1, 9, 2]))
print(next(t), next(t, "end"), next(t, "end"))
for f in dropwhile, takewhile, filterfalse:
    try:
        list(f(3, [1]))
    except TypeError as e:
        print(e)
    try:
        f(small)
    except TypeError:
        print("TypeError")
