def run(exc):
    try:
        raise exc
    except* ValueError as e:
        print("ValueError", repr(e))
    except* (TypeError, KeyError) as e:
        print("TypeError/KeyError", repr(e))
    else:
        print("else")
    finally:
        print("finally")
run(ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)]))
run(ValueError("naked"))
try:
    run(ExceptionGroup("g", [ValueError(1), OSError(5), ExceptionGroup("i", [KeyError("k"), OSError(6)])]))
except ExceptionGroup as e:
    print("left", repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise RuntimeError("new")
    except* TypeError as e:
        raise
except ExceptionGroup as e:
    print(repr(e))
