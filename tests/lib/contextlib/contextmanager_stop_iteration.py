# StopIteration in the body comes out as it went in.
from contextlib import contextmanager


@contextmanager
def plain():
    yield


@contextmanager
def other():
    try:
        yield
    except StopIteration as e:
        raise KeyError("other") from e


for error in StopIteration("a"), RuntimeError("b"), GeneratorExit(), KeyboardInterrupt():
    try:
        with plain():
            raise error
    except BaseException as e:
        print(type(e).__name__, e is error)
try:
    with other():
        raise StopIteration
except KeyError as e:
    print(repr(e), type(e.__cause__).__name__)
