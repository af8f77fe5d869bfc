# expect: hand, because viper is MicroPython's
@micropython.viper
def address(p: ptr8) -> uint:
    return uint(p)


@micropython.viper
def get(p: ptr) -> ptr:
    return p


@micropython.viper
def poke(p: ptr8, i: int, v: int):
    p[i] = v


@micropython.viper
def through(a: uint, i: int) -> int:
    return ptr16(a)[i]


b = bytearray(b"abcdefgh")
at = address(b)
print(type(at), at == get(b), at > 0)
poke(at, 0, 65)
poke(at + 2, 1, 68)
poke(at + 7, -7, 66)
print(b, hex(through(at + 4, 1)))
text = bytes(b"constant")
print(hex(through(address(text), 0)))


def caught(f, *arguments):
    try:
        return f(*arguments)
    except (IndexError, ValueError, TypeError) as e:
        return type(e).__name__


print(caught(poke, address(text), 0, 1), caught(poke, at, -1, 1), caught(poke, at, 4096, 1))
print(caught(poke, 0, 0, 1), caught(poke, 16, 0, 1), caught(poke, id(b), 0, 1), caught(poke, -1, 0, 1))
print(caught(through, at + 7, 0), caught(through, 1 << 60, 0), text)
