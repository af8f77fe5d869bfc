# Slicing what cannot be sliced.
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
attempt(lambda: [1]["a":])
attempt(lambda: (1,)[::0])
attempt(lambda: 5[1:2])
attempt(lambda: {}[1:2])
attempt(lambda: memoryview(b"ab").__setitem__(slice(0, 1), b"x"))
def store(container, value):
    def f():
        container[0:2] = value
        return container
    return f
attempt(store("ab", "x"))
attempt(store((1, 2), ()))
attempt(store(memoryview(bytearray(b"ab")), b"xyz"))
attempt(store(memoryview(bytearray(b"ab")), 5))
attempt(store([1, 2], 5))
