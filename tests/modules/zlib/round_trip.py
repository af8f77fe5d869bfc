import zlib

cases = [b"", b"a", b"ab" * 1000, bytes(range(256)) * 20, bytes(i * i % 251 for i in range(5000)),
         bytes(70000), b"".join(b"line %d of a text\n" % i for i in range(3000))]
for data in cases:
    for wbits in (15, 9, -15, -9, 31, 25):
        for level in (-1, 0, 1, 9):
            packed = zlib.compress(data, level, wbits)
            assert zlib.decompress(packed, wbits) == data, (data[:20], wbits, level)
    print(len(data), len(zlib.compress(data)) < max(len(data), 20))
