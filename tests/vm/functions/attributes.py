def f(a: int, b: "str" = 1, *c: 3, d: 4 = 5, **e: 6) -> 7:
    """Doc of f."""
    x = 1

print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__annotations__)
print(f.__defaults__, f.__kwdefaults__, f.__closure__)
f.attr = 5
print(f.attr, f.__dict__)
del f.attr
try:
    f.attr
except AttributeError as e:
    print(e)
f.__name__ = "g"
f.__qualname__ = "h.g"
f.__doc__ = None
print(f.__name__, f.__qualname__, f.__doc__)
def outer():
    z = 1
    def inner(): return z
    return inner
print(outer().__qualname__, outer().__closure__[0].cell_contents, type(outer().__closure__[0]).__name__)
print((lambda: 0).__name__, (lambda: 0).__qualname__)
print(f.__globals__ is globals())
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames)
