import zlib

packer, unpacker = zlib.compressobj(), zlib.decompressobj()
for part in (b"one", b"two" * 100, b"", b"three"):
    packed = packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)
    print(unpacker.decompress(packed) == part, packed[-4:])
print(packer.flush(zlib.Z_NO_FLUSH))
print(unpacker.decompress(packer.flush()), unpacker.eof)
