s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
it = iter({1, 2})
print(it.__length_hint__(), type(it).__name__)
next(it)
print(it.__length_hint__(), len(list(it)), it.__length_hint__())
