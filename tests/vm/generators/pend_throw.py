# expect: hand, because CPython has no pend_throw
# A pended exception is raised when the generator is resumed; None takes it back.
def gen():
    for i in range(4):
        try:
            yield i
        except KeyError as e:
            print("caught", e)
g = gen()
print(next(g))
print(g.pend_throw(KeyError("k")))
print(next(g))
print(g.pend_throw(KeyError(1)), repr(g.pend_throw(None)))
print(next(g))
g.pend_throw(ValueError)
try:
    next(g)
except ValueError as e:
    print(repr(e))
print(list(g))
h = gen()
h.pend_throw(KeyError("not started"))
try:
    next(h)
except KeyError as e:
    print(e)
try:
    gen().pend_throw()
except TypeError as e:
    print("TypeError")
