# expect: hand, because CPython has no pend_throw
# Pending an exception keeps the one that the generator handles.
import sys
def gen():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            yield 1
        except ValueError as e:
            print(repr(e.__context__))
        yield repr(sys.exception())
g = gen()
next(g)
g.pend_throw(ValueError("pended"))
print(next(g), sys.exception())
for x in gen():
    print(x)
g = gen()
next(g)
g.pend_throw(ValueError())
g.close()
print(list(g))
