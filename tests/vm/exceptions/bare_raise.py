def f():
    try:
        raise ValueError("v")
    except ValueError:
        helper()
def helper():
    raise
try:
    f()
except ValueError as e:
    print(repr(e))
try:
    helper()
except RuntimeError as e:
    print(e)
def g():
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
try:
    g()
except ValueError as e:
    print(repr(e), e.__context__)
def h():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise
        finally:
            print("fin")
try:
    h()
except ValueError as e:
    print(repr(e))
def i():
    for x in range(3):
        try:
            raise ValueError(x)
        except ValueError:
            if x < 2: continue
            raise
try:
    i()
except ValueError as e:
    print(repr(e), repr(e.__context__))
