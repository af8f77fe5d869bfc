from itertools import combinations_with_replacement as cwr

print(list(cwr("ABC", 2)))
print(list(cwr([], 0)), list(cwr([], 2)), list(cwr("a", 4)), list(cwr("ab", 0)), len(list(cwr(range(5), 4))))
try:
    cwr("a", -1)
except ValueError as e:
    print(e)
