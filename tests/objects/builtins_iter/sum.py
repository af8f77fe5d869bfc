print(sum([]), sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum((1, 2), start=10), sum([True, 2]))
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 2.5, 10**30]), sum(range(1000)), sum([2**62, 2**62]))
print(sum([0.5, 1, "x"] [:2]), sum([float("inf"), 1.0]), sum([1j, 2]))
