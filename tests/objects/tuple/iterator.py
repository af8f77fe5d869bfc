it = iter((1, 2, 3))
print(it.__length_hint__(), next(it), list(it), next(it, None), it.__length_hint__())
print(type(it).__name__, list(reversed((1, 2, 3))), len((1, 2, 3)), bool(()), bool((0,)))
