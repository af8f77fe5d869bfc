import sys
def g():
    try:
        raise ValueError("v")
    except ValueError:
        try:
            yield 1
        except KeyError as e:
            print(repr(e), repr(e.__context__))
            yield repr(sys.exc_info()[1])
        yield repr(sys.exc_info()[1])
it = g(); next(it)
print(it.throw(KeyError("k")))
print(next(it))
print(sys.exc_info())
def w():
    try:
        yield 1
    except ValueError as e:
        print("ctx", repr(e.__context__))
        raise TypeError("t") from e
it = w(); next(it)
try:
    try:
        raise OSError("outer")
    except OSError:
        it.throw(ValueError("v"))
except TypeError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), repr(e.__context__.__context__))
