print(min(3, 1, 2), max(3, 1, 2), min([3, 1, 2]), max("hello"), min({5: 1, 4: 2}))
print(min([], default=7), max((), default=None), min([1], default=0))
print(min("bbb", "a", "cc", key=len), max("a", "bb", "cc", key=len), max([1, 2, 3], key=lambda x: -x))
print(max(1, 1.0), min(1, 1.0), max([True, 1]))
