# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def counter(start):
    n = start

    def more(by):
        nonlocal n
        for i in range(3):
            n += by
        return n

    return more


c = counter(10)
print(c(1), c(2), c(0.5))


@micropython.native
def unpack(pairs):
    total = 0
    for a, (b, c) in pairs:
        total += a * b - c
    first, *rest = range(total)
    return total, first, rest[:3], {k: v for k, v in enumerate("ab")}


print(unpack([(1, (2, 3)), (4, (5, 6))]))
