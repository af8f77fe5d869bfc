from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, partial, update_wrapper, wraps


def wrapped(a: int) -> str:
    "The doc."


wrapped.attribute = 1


@wraps(wrapped)
def f(*args):
    return args


print(f.__name__, f.__qualname__, f.__doc__, f.__annotations__, f.attribute, f.__wrapped__ is wrapped)
print(f(1))


def g():
    "own"


update_wrapper(g, wrapped, assigned=("__name__",), updated=())
print(g.__name__, g.__doc__, hasattr(g, "attribute"))


@wraps(partial(len))
def h():
    pass


print(h.__name__, h.__wrapped__.func)
print(WRAPPER_UPDATES, WRAPPER_ASSIGNMENTS[:4])
