# expect: hand: what goes to a stream, a device or a codec may be a str, as in MicroPython; not in CPython
import binascii
import hashlib
import io
import os
import struct

view = memoryview("caf\u00e9")
print(bytes(view), len(view), view.readonly, bytes(view[1:3]), bytes(memoryview(view)))
print(io.BytesIO("ab").read(), binascii.hexlify("ab"), binascii.b2a_base64("ab"), binascii.crc32("ab"))
print(struct.unpack("BB", "ab"), hashlib.sha256("ab").digest() == hashlib.sha256(b"ab").digest())
b = io.BytesIO()
print(b.write("caf\u00e9"), b.getvalue())
name = "text_as_bytes.tmp"
with open(name, "wb") as f:
    print(f.write("one"))
with open(name, "rb") as f:
    print(f.read())
os.remove(name)
for call in (
    lambda: memoryview("a").__setitem__(0, 1),
    lambda: b"a,b".split(","),
    lambda: b"a" + "b",
    lambda: bytearray(b"a").extend("b"),
    lambda: bytes("a"),
    lambda: int.from_bytes("a", "big"),
    lambda: b.readinto("a"),
    lambda: struct.pack_into("B", "a", 0, 1),
):
    try:
        print(call())
    except TypeError as e:
        print(e)
