# expect: hand, because viper is MicroPython's
@micropython.viper
def load(p: ptr8, q: ptr16, r: ptr32):
    print(p[1], q[1], r[1] & 0xFFFF)


data = bytes(range(0xF0, 0x100))
load(data, data, data)
load(bytearray(data), bytearray(data), bytearray(data))


@micropython.viper
def store(p: ptr8, q: ptr16, r: ptr32, v: int, f: bool):
    p[0] = v
    q[1] = v
    r[1] = v
    p[8] = f


b = bytearray(9)
store(b, b, b, -2, True)
print(b)
store(b, b, b, 0x1_2345_6789, False)
print(b)
