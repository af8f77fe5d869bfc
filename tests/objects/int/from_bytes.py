def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b""))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0], "big"), int.from_bytes(b"\x80"))
print(int.from_bytes(bytearray(b"\xff" * 12), "little", signed=False), int.from_bytes(bytes=b"\x05"))
print(bool.from_bytes(b"\x00"), type(True.from_bytes(b"\x01")))
attempt(int.from_bytes, [300], "big")
attempt(int.from_bytes, "ab", "big")
attempt(int.from_bytes, 5)
attempt(int.from_bytes, b"a", "x")
