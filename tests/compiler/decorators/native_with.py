# expect: hand, because CPython has no such decorators
class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, cls, exception, traceback):
        print(cls.__name__, exception, traceback is None)
        return True


# Native code has no traceback to hand over.
@micropython.native
def native():
    with Manager() as m:
        raise ValueError(m)


def plain():
    with Manager():
        raise KeyError(1)


native()
plain()
