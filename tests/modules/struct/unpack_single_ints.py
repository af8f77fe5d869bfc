import struct

for data in (b"\x80", b"\x7f", b"\x01\x80", b"\xff\xfe", b"\x01\x02\x03\xf4", bytearray(b"\xfe\xff")):
    for order in "<>=":
        for letter in "bBhHiIlL":
            if struct.calcsize(order + letter) == len(data):
                print(order + letter, struct.unpack(order + letter, data), end=" ")
print()
for form, data in (("<h", b"\0"), ("<h", b"\0\0\0"), ("<i", b""), ("<z", b"\0"), ("h<", b"\0\0")):
    try:
        print(struct.unpack(form, data))
    except struct.error as error:
        print(type(error).__name__)
print(struct.unpack("<h", memoryview(b"\1\2")), struct.unpack(b"<h", b"\1\2"))
