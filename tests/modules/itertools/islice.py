from itertools import count, islice

print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)))
print(list(islice("ABCDEFG", 0, None, 2)), list(islice("ABCDEFG", 1, 6, 3)), list(islice("ABC", None)))
print(list(islice("ABC", 5, 10)), list(islice("ABC", 0)), list(islice(count(), 3, 10, 4)), list(islice("ABC", None, None, None)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 2)), next(it), list(islice(it, 2, 2)), next(it))
for bad in (-1,), (1, -1), (-1, 1), (1, 2, 0), (1, 2, -1), ("a",), ("a", 1), (1, 2, "a"), (1, 2, 3, 4), ():
    try:
        islice("abc", *bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e if type(e) is ValueError else "")
