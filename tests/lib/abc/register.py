from abc import ABC, ABCMeta, get_cache_token


class Number(ABC):
    pass


class Mine:
    pass


class Sub(Mine):
    pass


print(issubclass(int, Number), isinstance(3, Number))
before = get_cache_token()
print(Number.register(int) is int, before == get_cache_token())
print(issubclass(int, Number), isinstance(3, Number), isinstance(True, Number), isinstance("a", Number))


@Number.register
class Decorated:
    pass


Number.register(Mine)
print(isinstance(Sub(), Number), isinstance(Decorated(), Number))


class Other(metaclass=ABCMeta):
    pass


Other.register(Number)
print(issubclass(Sub, Other), isinstance(1, Other), issubclass(Other, Number))
for bad in (lambda: Number.register(3), lambda: Number.register(Other), lambda: issubclass(3, Number)):
    try:
        bad()
    except (TypeError, RuntimeError) as e:
        print(e)
