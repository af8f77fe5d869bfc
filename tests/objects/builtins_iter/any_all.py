print(any([]), all([]), any([0, "", 3]), all([1, "a", []]), any(x > 2 for x in range(5)), all(range(1, 5)))
it = iter([0, 1, 2, 3])
print(any(it), list(it))
