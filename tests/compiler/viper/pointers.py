# expect: hand, because viper is MicroPython's
@micropython.viper
def fill(p: ptr8, n: int, value: int):
    for i in range(n):
        p[i] = value + i


@micropython.viper
def words(p: ptr16, q: ptr32) -> int:
    p[1] = 0x1234
    q[1] = 0x89ABCDEF
    q[2] = -1
    p[1] += 1
    return p[0] + (p[1] << 1)


@micropython.viper
def total(p: ptr8, n: int) -> int:
    s = 0
    for i in range(n):
        s += p[i]
    return s


b = bytearray(6)
fill(b, 6, 0xFE)
print(b, total(b, 6), total(b"\x01\x02", 2), total("ab", 2), total(memoryview(b)[1:3], 2))
b = bytearray(12)
print(words(b, b), b)
import array

a = array.array("H", [1, 2, 3])
print(total(a, 6), fill(a, 3, 1), a)
