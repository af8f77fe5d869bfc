# expect: hand, because viper is MicroPython's
@micropython.viper
def outer(x: int):
    y = x + 1

    def inner(z: int) -> int:
        nonlocal y
        y += z
        return x * y

    @micropython.bytecode
    def plain(z):
        return z / x

    return inner, plain, lambda: (x, y), [x + i for i in range(2)], list(x for _ in "ab")


inner, plain, look, numbers, again = outer(5)
print(inner(1), inner(-2), plain(1), look(), numbers, again)


@micropython.viper
def captured_parameter(p: uint, b: bool):
    return lambda: (p, b)


print(captured_parameter(3, [1])(), captured_parameter(-1, 0)()[0] > 1 << 30)
