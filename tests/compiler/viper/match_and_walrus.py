# expect: hand, because viper is MicroPython's
@micropython.viper
def f(x, n: int):
    if (m := n + 1) > 2:
        print("m", m)
    match x:
        case [a, *rest]:
            return a, rest
        case {"k": v, **others}:
            return v, others
        case str() as s:
            return s
        case _:
            return m, n


print(f([1, 2, 3], 0), f({"k": 1, "z": 2}, 1), f("s", 2), f(None, 3))
