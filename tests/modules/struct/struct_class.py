import struct

s = struct.Struct("<hI")
print(s.size, s.format)
print(s.pack(1, 2), s.unpack(b"abcdef"), s.unpack_from(b"xabcdefg", 1), list(s.iter_unpack(b"abcdef" * 2)))
b = bytearray(8)
s.pack_into(b, 1, 3, 4)
print(b)
print(struct.Struct(b"<h").format, struct.Struct("").size)
for f in (
    lambda: struct.Struct("z"), lambda: struct.Struct(), lambda: struct.Struct(5),
    lambda: s.unpack(b"a"), lambda: s.pack_into(b, 5, 1, 2), lambda: s.unpack_from(b, 5),
):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(struct.error.__name__, struct.error.__module__, issubclass(struct.error, Exception), struct.error("x").args)
it = s.iter_unpack(bytes(12))
print(next(it), it.__length_hint__(), next(it), next(it, "end"), next(it, "end"))
