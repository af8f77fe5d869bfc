def show(e, depth=0):
    print(" " * depth, repr(e), "cause:", repr(e.__cause__), "suppress:", e.__suppress_context__)
    if e.__context__ is not None: show(e.__context__, depth + 1)
def run(f):
    try:
        f()
    except BaseException as e:
        show(e)
def a():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
def b():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e
def c():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
def d():
    try:
        1 / 0
    finally:
        raise KeyError("k")
def e():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("k")
    except KeyError:
        raise IndexError("i")
def f():
    try:
        1 / 0
    except ZeroDivisionError as z:
        try:
            raise KeyError("k")
        except KeyError:
            raise z
def g():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise KeyError("k")
        except KeyError:
            pass
        raise
def h():
    raise ValueError("v") from TypeError
def i():
    raise ValueError("v") from 5
def j():
    raise 5
def k():
    raise int
def l():
    raise
def m():
    e = ValueError("same")
    try:
        raise e
    except ValueError:
        raise e
def n():
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise KeyError("b")
        except KeyError as b:
            a.__context__ = None
            raise a
def o():
    class W:
        def __enter__(self): pass
        def __exit__(self, *x): raise IndexError("exit")
    with W():
        raise KeyError("body")
def p():
    raise ValueError("v") from None
def q():
    try:
        raise KeyError("x")
    except KeyError:
        [].nothing
def r():
    class Bad(Exception):
        def __init__(self): raise TypeError("in init")
    raise Bad
for t in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    print(t.__name__)
    run(t)
