from itertools import combinations

print(list(combinations("ABCD", 2)))
print(list(combinations(range(4), 3)), list(combinations([], 0)), list(combinations("ab", 3)), list(combinations("abc", 0)))
print(len(list(combinations(range(10), 5))), list(combinations("abc", r=3)))
for bad in ("abc", -1), ("abc",), (3, 1), ("abc", "a"):
    try:
        combinations(*bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
