from contextlib import contextmanager


@contextmanager
def managed(name, swallow=False):
    "Manages."
    print("enter", name)
    try:
        yield name * 2
    except ValueError as e:
        print("caught", e)
        if not swallow:
            raise
    finally:
        print("exit", name)


with managed("a") as x:
    print(x)
with managed("b", swallow=True):
    raise ValueError("v")
try:
    with managed("c"):
        raise ValueError("w")
except ValueError as e:
    print("outside", e)
print(managed.__name__, managed.__doc__)
