print(dict.fromkeys("ab"), dict.fromkeys([1, 2, 1], 0), {}.fromkeys(()))


class D(dict):
    pass


d = D.fromkeys("x", 1)
print(type(d).__name__, d)
