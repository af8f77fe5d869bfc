# mps2: no, because it has no option -X strict
# args: -X strict
import binascii
import hashlib
import io
import struct

for call in (
    lambda: memoryview("a"),
    lambda: io.BytesIO("ab"),
    lambda: io.BytesIO().write("ab"),
    lambda: binascii.hexlify("ab"),
    lambda: struct.unpack("BB", "ab"),
    lambda: hashlib.sha256("ab"),
):
    try:
        print(call())
    except TypeError as e:
        print(e)
