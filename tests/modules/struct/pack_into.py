import struct


def attempt(f):
    try:
        print(f(), bytes(b))
    except Exception as e:
        print(type(e).__name__, e, bytes(b))


b = bytearray(10)
attempt(lambda: struct.pack_into("<h", b, 0, 258))
attempt(lambda: struct.pack_into("<h", b, 8, 258))
attempt(lambda: struct.pack_into("<h", b, -4, 772))
attempt(lambda: struct.pack_into("<bxb", b, 2, 7, 8))
attempt(lambda: struct.pack_into(">I", memoryview(b)[4:], 1, 0x01020304))
attempt(lambda: struct.pack_into("<h", b, 9, 1))
attempt(lambda: struct.pack_into("<h", b, -1, 1))
attempt(lambda: struct.pack_into("<h", b, -20, 1))
attempt(lambda: struct.pack_into("<h", b, 11, 1))
attempt(lambda: struct.pack_into("<h", b))
attempt(lambda: struct.pack_into("<h", b, "a", 1))
attempt(lambda: struct.pack_into("<h"))
attempt(lambda: struct.pack_into("", b, 10))


class Evil:
    def __index__(self):
        b.append(1)
        return 5


attempt(lambda: struct.pack_into("<h", b, 0, Evil()))
