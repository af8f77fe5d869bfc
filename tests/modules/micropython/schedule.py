# stderr-has: ValueError: reported
# expect: hand, because CPython has no such module
import micropython

order = []


def outer(n):
    order.append(("outer", n))
    micropython.schedule(inner, n)
    for _ in range(10):
        pass
    order.append(("end", n))


def inner(n):
    order.append(("inner", n))


micropython.schedule(outer, 1)
for _ in range(10):
    pass
print(order)


def fail(_):
    raise ValueError("reported")


micropython.schedule(fail, None)
for _ in range(10):
    pass
print("goes on")


def fill(_):
    try:
        while True:
            micropython.schedule(inner, 0)
    except RuntimeError as e:
        print(e)


micropython.schedule(fill, None)
for _ in range(10):
    pass
