# Loops with two variables over what gives pairs; the pair itself where one variable takes it.
def odd_ends(n):
    for i in range(n):
        yield i


for start in (0, 2 ** 46, 2 ** 47 - 2, 2 ** 70, -1):
    print([(i, x) for i, x in enumerate("ab", start)], end=" ")
    for i, x in enumerate(["c", "d", "e"], start):
        print(i, x, end=" ")
    print()
for a, b in zip([1, 2, 3], odd_ends(2)):
    print(a, b, end=" ")
for a, b in zip(odd_ends(2), [1, 2, 3]):
    print(a, b, end=" ")
for pair in zip("ab", "cd"):
    x, y = pair
    print(pair, x, y, end=" ")
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a, b, c, end=" ")
print()
d = {"a": 1, "b": 2}
for key, value in d.items():
    d[key] = value + 1
print(d)
try:
    for key, value in d.items():
        d[key + "x"] = value
except RuntimeError as error:
    print(error)
for source in (zip([1], [2], [3]), zip([1]), enumerate([1]), zip([1], [2, 3], strict=True)):
    try:
        for a, b in source:
            print(a, b)
    except ValueError as error:
        print(error)


def failing():
    yield 1
    raise KeyError("inside")


try:
    for i, x in enumerate(failing()):
        print(i, x)
except KeyError as error:
    print("KeyError", error)
