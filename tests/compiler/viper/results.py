# expect: hand, because viper is MicroPython's
@micropython.viper
def no_value() -> int:
    pass


@micropython.viper
def none_as_bool(x) -> bool:
    if x:
        return None
    return bool(x) or True


@micropython.viper
def in_finally(n: int) -> int:
    try:
        return n + 1
    finally:
        print("cleanup")


@micropython.viper
def plain(x):
    return x


@micropython.viper
def of_object(x) -> object:
    return


@micropython.viper
def word(x) -> uint:
    return uint(x)


print(no_value(), none_as_bool(1), none_as_bool(0), in_finally(4), plain("p"), of_object(1))
print(word(5), word(-1) > 1 << 30)
