# expect: hand, because CPython has no such decorators
@micropython.native
def outer():
    def inner():
        pass

    return inner


@micropython.bytecode
def plain():
    pass


for f in outer, outer(), plain:
    print(hasattr(f, "__code__"), f.__name__, f.__globals__ is globals())
for change in "outer.__name__ = 'x'", "outer.__code__", "plain.__name__ = 'y'":
    try:
        exec(change)
        print(plain.__name__)
    except AttributeError as e:
        print(e)
