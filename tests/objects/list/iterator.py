it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), it.__length_hint__(), iter(it) is it)
print(list(it), next(it, "end"), it.__length_hint__(), type(it).__name__)
a = [1]
it = iter(a)
print(list(it))
a.append(2)
print(list(it))
