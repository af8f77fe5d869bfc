def g():
    yield 1
    raise StopIteration("x")
it = g(); next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
try:
    list(next(iter([])) for i in range(2))
except RuntimeError as e:
    print(e)
def k():
    try:
        yield 1
    except ValueError:
        return "r"
it = k(); next(it)
try:
    it.throw(ValueError)
except StopIteration as e:
    print(e.value)
