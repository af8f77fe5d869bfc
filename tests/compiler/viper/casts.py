# expect: hand, because viper is MicroPython's
def caught(f, *arguments):
    try:
        return f(*arguments)
    except TypeError as e:
        return str(e)


@micropython.viper
def to_int(x) -> int:
    return int(x)


@micropython.viper
def to_bool(x) -> bool:
    return bool(x)


@micropython.viper
def native(n: int, b: bool, u: uint):
    return (uint(n), int(b), int(u), bool(n), bool(u), bool(b))


@micropython.viper
def ordinary(x, n: int):
    return (int(x, 16), str(n), float(n), int())


print(to_int(7), to_int(True), caught(to_int, 1.5), caught(to_int, "7"), to_bool("x"), to_bool([]))
print(native(3, True, 4), native(0, False, 0))
print(ordinary("ff", 5))
