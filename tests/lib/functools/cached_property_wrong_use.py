from functools import cached_property


class A:
    pass


A.late = cached_property(lambda self: 1)
try:
    A().late
except TypeError as e:
    print(e)


class S:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


try:
    S().x
except TypeError as e:
    print(e)
c = cached_property(lambda self: 1)
try:
    class Two:
        a = c
        b = c
except (TypeError, RuntimeError) as e:
    print("two names")
