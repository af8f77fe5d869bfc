print(sorted([3, 1, 2]), sorted("cab"), sorted({2: 1, 1: 2}), sorted((3, 1), reverse=True), sorted([], key=None))
print(sorted(["bb", "a"], key=len), sorted(x for x in (2, 1)))
