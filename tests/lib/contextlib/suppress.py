from contextlib import suppress

with suppress(KeyError, IndexError):
    {}[1]
    print("not reached")
with suppress(LookupError):
    [][0]
with suppress():
    print("nothing")
try:
    with suppress(KeyError):
        raise ValueError("v")
except ValueError as e:
    print(e)
s = suppress(ValueError)
with s:
    with s:
        raise ValueError
    print("again")
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as g:
    print(repr(g))
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
