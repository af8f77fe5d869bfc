print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])))
m = map(int, "123")
print(next(m), sum(m), list(m))
print(list(map(max, [1, 5], [3, 2], [2, 9])))
