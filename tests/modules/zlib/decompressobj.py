import zlib

data = b"".join(b"%d-" % i for i in range(500))
packed = zlib.compress(data)
unpacker = zlib.decompressobj()
out = b"".join(unpacker.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7))
print(out == data, unpacker.eof, unpacker.unused_data, unpacker.unconsumed_tail)
unpacker = zlib.decompressobj()
print(unpacker.decompress(packed + b"rest") == data, unpacker.unused_data)
print(unpacker.decompress(b"more"), unpacker.unused_data)
unpacker = zlib.decompressobj()
out, rest = b"", packed
while rest:
    part = unpacker.decompress(rest, 100)
    assert len(part) <= 100
    out, rest = out + part, unpacker.unconsumed_tail
print((out + unpacker.flush()) == data, unpacker.eof)
unpacker = zlib.decompressobj()
head = unpacker.decompress(packed[:200])
other = unpacker.copy()
print(head + unpacker.decompress(packed[200:]) == head + other.decompress(packed[200:]) == data)
