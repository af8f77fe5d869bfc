from contextlib import ContextDecorator, contextmanager


@contextmanager
def around(tag):
    print("<", tag)
    yield
    print(">", tag)


@around("f")
def f(x):
    "F."
    return x + 1


print(f(1), f(2), f.__name__, f.__doc__)


class Own(ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *exc):
        print("out", exc[0])


@Own()
def g():
    print("body")
    raise SystemError


try:
    g()
except SystemError:
    print("raised")
