print(tuple(), tuple([1, 2]), tuple("ab"), tuple({1: 2}), tuple(x for x in range(2)))
t = (1, 2)
print(tuple(t) is t, () is tuple())
