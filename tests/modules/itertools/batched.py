from itertools import batched

print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched(range(4), n=2)), list(batched([1], 100)))
for bad in ([1], 0), ([1], -1), ([1],), (1, 2), ([1], "a"):
    try:
        batched(*bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
b = batched(iter([1, 2, 3]), 2)
print(next(b), next(b), next(b, "end"), next(b, "end"))
