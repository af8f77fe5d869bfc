from itertools import zip_longest

print(list(zip_longest("ABCD", "xy", fillvalue="-")), list(zip_longest("ab", [1])), list(zip_longest()))
print(list(zip_longest([], "a", "bc")), list(zip_longest([], [])))
for bad in (lambda: zip_longest("a", other=1), lambda: zip_longest(3)):
    try:
        bad()
    except TypeError:
        print("TypeError")


def fails():
    yield 1
    raise ValueError


z = zip_longest("abc", fails())
print(next(z))
try:
    next(z)
except ValueError:
    print("ValueError")
print(next(z, "end"))
