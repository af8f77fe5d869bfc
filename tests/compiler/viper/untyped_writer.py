# expect: hand, because viper is MicroPython's
# Code without types can put anything into a captured variable: an error then, nothing worse.
@micropython.viper
def f(x: int):
    @micropython.bytecode
    def spoil(v):
        nonlocal x
        x = v

    def use() -> int:
        return x + 1

    return spoil, use


spoil, use = f(1)
print(use())
for v in (2.5, "s", None, [], 1 << 100, True):
    spoil(v)
    try:
        print(use())
    except TypeError as e:
        print(e)
