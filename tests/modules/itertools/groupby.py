from itertools import groupby

print([(k, list(g)) for k, g in groupby("AAABBCA")])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(groupby([])))
groups = groupby("AABBB")
k1, g1 = next(groups)
print(k1, next(g1))
k2, g2 = next(groups)
print(k2, list(g1), list(g2), list(g2), next(groups, "end"), next(groups, "end"))
kept = [g for k, g in groupby("AABB")]
print([list(g) for g in kept])
try:
    list(groupby([1, 2], key=lambda x: 1 // (x - 2)))
except ZeroDivisionError as e:
    print(e)
