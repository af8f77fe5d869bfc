from itertools import compress, count

print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress("ab", [])), list(compress([], [1])))
print(list(compress(count(), [1, 0, [], "x"])), list(compress(data="ab", selectors=[0, 1])))
try:
    compress([1])
except TypeError:
    print("TypeError")
