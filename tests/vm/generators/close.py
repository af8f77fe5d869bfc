def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
it = g(); next(it)
print(it.close())
print(it.close(), list(it))
it = g(); it.close(); print("not started")
def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = ignores(); next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return 5
it = returns(); next(it); print(it.close())
def raises():
    try:
        yield 1
    finally:
        raise KeyError("k")
it = raises(); next(it)
try:
    it.close()
except KeyError as e:
    print(repr(e), repr(e.__context__))
