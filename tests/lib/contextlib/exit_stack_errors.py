# An exit that raises replaces the exception; the old one becomes its context.
from contextlib import ExitStack


def fail(error):
    def leave(*exc):
        raise error
    return leave


try:
    with ExitStack() as stack:
        stack.push(fail(KeyError("outer")))
        stack.push(fail(IndexError("inner")))
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
with ExitStack() as stack:
    stack.push(lambda *exc: print(exc[0].__name__) or True)
    stack.push(fail(IndexError("swallowed")))
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
except ZeroDivisionError as e:
    print(e, e.__context__)
try:
    with ExitStack() as stack:
        stack.callback(next, iter(()))
except StopIteration as e:
    print("StopIteration")
