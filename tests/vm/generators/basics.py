def g(n):
    print("start")
    for i in range(n):
        x = yield i
        if x: print("got", x)
    return "done"
it = g(3)
print(next(it), it.send("a"), it.send(None))
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)
print(list(it), next(it, "default"))
try:
    g(1).send(5)
except TypeError as e:
    print(e)
print(list(g(2)), iter(it) is it, type(it).__name__, it.__name__, it.__qualname__)
def empty():
    return 5
    yield
try:
    next(empty())
except StopIteration as e:
    print(e.value)
print((lambda: (yield 1))().__next__())
a, *b = g(4)
print(a, b, sum(g(4)), max(g(3)), dict(zip("ab", g(2))))
