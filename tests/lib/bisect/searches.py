from bisect import bisect, bisect_left, bisect_right

a = [1, 2, 2, 3, 5]
print([bisect_left(a, x) for x in range(7)], [bisect_right(a, x) for x in range(7)], bisect is bisect_right)
print(bisect_left(a, 2, 2), bisect_left(a, 2, 0, 1), bisect_right(a, 2, hi=2), bisect([], 1))
print(bisect_left(["a", "bb", "ccc"], 2, key=len), bisect_right(["a", "bb", "ccc"], 2, key=len))
for bad in lambda: bisect_left(a, 1, -1), lambda: bisect_left(a, "x"), lambda: bisect(3, 1), lambda: bisect(a):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
