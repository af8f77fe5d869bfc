print(set(), {1}, frozenset(), frozenset(["a"]), {("a", 1)}, {None})


class S(set):
    pass


class F(frozenset):
    pass


print(S(), S([1]), F(), F([1]))
