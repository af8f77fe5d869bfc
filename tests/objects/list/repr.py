print([], [1], [1, "a", None, 1.5], [[], [[]]])
a = []
a.append((a, {1: a}))
print(a)


class L(list):
    pass


print(L([1, 2]), repr(L()))
