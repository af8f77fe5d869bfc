import zlib

good = zlib.compress(b"some data " * 50)
bad = [b"", b"x", good[:-1], good[:10], b"\x00" + good[1:], good[:2] + b"\x07" + good[3:],
       good[:-1] + bytes([good[-1] ^ 1]), b"\x78\x9d" + good[2:], b"\x88\x1c" + good[2:]]
for data in bad:
    try:
        zlib.decompress(data)
        print("fine")
    except zlib.error as e:
        print(str(e)[:38])
for raw in (b"\x06", b"\x01\x05\x00\x00\x00hello", b"\x03\x02\x00", b"\xed\xfd\xff"):
    try:
        zlib.decompress(raw, -15)
        print("fine")
    except zlib.error as e:
        print(str(e)[:8])
