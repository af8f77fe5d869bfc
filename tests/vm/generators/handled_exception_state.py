import sys
def g():
    try:
        raise ValueError("in gen")
    except ValueError:
        yield repr(sys.exc_info()[1])
        yield repr(sys.exc_info()[1])
    yield repr(sys.exc_info()[1])
it = g()
print(next(it), sys.exc_info()[1])
try:
    raise KeyError("outer")
except KeyError:
    print(next(it), repr(sys.exc_info()[1]))
    print(next(it), repr(sys.exc_info()[1]))
print(sys.exc_info()[1])
def h():
    yield repr(sys.exc_info()[1])
    try:
        1 / 0
    except ZeroDivisionError as e:
        print(repr(e.__context__))
    yield 1
try:
    raise KeyError("a")
except KeyError:
    it = h()
    print(next(it))
try:
    raise IndexError("b")
except IndexError:
    next(it)
def r():
    try:
        raise ValueError("r")
    except ValueError:
        yield 1
        raise
it = r(); next(it)
try:
    raise KeyError("k")
except KeyError as k:
    try:
        next(it)
    except ValueError as e:
        print(repr(e), repr(e.__context__), repr(sys.exc_info()[1]))
    print(repr(sys.exc_info()[1]))
def bare():
    yield
    try:
        raise
    except RuntimeError as e:
        print("no active", e)
    yield
it = bare(); next(it); next(it)
