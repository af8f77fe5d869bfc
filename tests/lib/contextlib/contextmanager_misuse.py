from contextlib import contextmanager


@contextmanager
def none():
    if False:
        yield


@contextmanager
def twice():
    yield
    yield


@contextmanager
def twice_after_error():
    try:
        yield
    except ValueError:
        yield


for manager, fail in (none, False), (twice, False), (twice_after_error, True):
    try:
        with manager():
            if fail:
                raise ValueError
    except RuntimeError as e:
        print(e)
