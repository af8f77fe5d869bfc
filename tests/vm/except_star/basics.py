def run(f):
    try:
        f()
        print("no exception")
    except BaseException as e:
        show(e)
def show(e, d=0):
    print(" " * d, repr(e), "| cause", repr(e.__cause__), "| context", repr(e.__context__))
def eg(): return ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), KeyError(4)])])
def a():
    try:
        raise eg()
    except* ValueError as e:
        print("V", repr(e))
    except* TypeError as e:
        print("T", repr(e))
def b():
    try:
        raise eg()
    except* (ValueError, TypeError, KeyError) as e:
        print("all", repr(e), e.message)
def c():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e))
def d():
    try:
        raise ValueError("naked")
    except* KeyError:
        print("no")
def e():
    try:
        pass
    except* KeyError:
        print("no")
    else:
        print("else")
    finally:
        print("finally")
def f():
    try:
        raise eg()
    except* ValueError:
        raise OSError("new")
def g():
    try:
        raise eg()
    except* ValueError:
        raise
def h():
    try:
        raise eg()
    except* ValueError as e:
        raise e
    except* TypeError:
        raise OSError("t")
def i():
    try:
        raise ValueError("n")
    except* ValueError:
        raise OSError("new")
def j():
    try:
        raise ValueError("n")
    except* ValueError:
        raise
def k():
    try:
        raise eg()
    except* Exception:
        pass
    print("fine")
def l():
    try:
        raise eg()
    except* ExceptionGroup:
        pass
def m():
    try:
        raise eg()
    except* 5:
        pass
def n():
    try:
        raise eg()
    except* ValueError:
        raise OSError("1")
    except* TypeError:
        raise OSError("2") from None
    except* KeyError:
        raise
def o():
    try:
        raise eg()
    except* ValueError as v:
        raise KeyError("c") from v
def p():
    for x in range(2):
        try:
            raise eg()
        except* Exception as z:
            q = x
    try:
        z
    except NameError as ex:
        print(ex)
def q():
    try:
        try:
            raise eg()
        except* TypeError:
            print("inner T")
    except* ValueError as e:
        print("outer", repr(e))
def r():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError as e:
        print(repr(e))
for t in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    print(t.__name__)
    run(t)
