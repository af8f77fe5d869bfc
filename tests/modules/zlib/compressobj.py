import zlib

parts = [b"first ", b"second " * 40, b"", b"third" * 1000]
for wbits in (15, -15, 31):
    packer = zlib.compressobj(wbits=wbits)
    packed = b"".join(packer.compress(part) for part in parts) + packer.flush()
    print(zlib.decompress(packed, wbits) == b"".join(parts), packed[:1] if wbits > 0 else "")
packer = zlib.compressobj()
start = packer.compress(b"shared start ")
other = packer.copy()
for each, tail in ((packer, b"one"), (other, b"two")):
    print(zlib.decompress(start + each.compress(tail) + each.flush()))
try:
    packer.compress(b"more")
except zlib.error as e:
    print(str(e)[:8])
