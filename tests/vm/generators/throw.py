def g():
    while True:
        try:
            x = yield "ready"
            print("sent", x)
        except ValueError as e:
            print("caught", repr(e), repr(e.__context__))
            yield "handled"
it = g()
print(next(it))
print(it.throw(ValueError("v")))
print(next(it), it.throw(ValueError))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", repr(e), repr(e.__context__))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
try:
    it.throw(ValueError("after"))
except ValueError as e:
    print(repr(e))
it = g()
try:
    it.throw(ValueError("before start"))
except ValueError as e:
    print(repr(e))
try:
    it.throw(5)
except TypeError as e:
    print(e)
def h():
    try:
        yield 1
    except KeyError as e:
        raise IndexError("i")
it = h(); next(it)
try:
    it.throw(KeyError("orig"))
except IndexError as e:
    print(repr(e), repr(e.__context__))
