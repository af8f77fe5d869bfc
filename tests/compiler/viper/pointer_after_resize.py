# expect: hand, because viper is MicroPython's
@micropython.viper
def f(b, p: ptr8) -> int:
    p[5] = 7
    b.extend(bytes(1000))
    p[900] = 1
    n = p[5] + p[900]
    while int(len(b)) > 4:
        b.pop()
    return n + p[5]


b = bytearray(8)
try:
    f(b, b)
except (IndexError, NotImplementedError, TypeError) as e:
    print(type(e).__name__, len(b))
