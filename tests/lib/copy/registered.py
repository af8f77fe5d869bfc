import copy
import copyreg


class P:
    def __init__(self, x):
        self.x = x


def reduce(p):
    return P, (p.x * 2,)


copyreg.pickle(P, reduce)
print(copy.copy(P(3)).x, copy.deepcopy([P(4)])[0].x)
try:
    copyreg.pickle(P, 5)
except TypeError as e:
    print(e)
