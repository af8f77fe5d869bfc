from contextlib import contextmanager


@contextmanager
def translate():
    try:
        yield
    except ValueError as e:
        raise KeyError("k") from e


try:
    with translate():
        raise ValueError("v")
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)


@contextmanager
def exit_raises():
    yield
    raise OSError("late")


try:
    with exit_raises():
        pass
except OSError as e:
    print(e)
