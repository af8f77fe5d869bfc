# A partial in a class is called without the instance.
from functools import partial


class A:
    f = partial(lambda *args: args, 1)


print(A().f(2), A.f(3))
