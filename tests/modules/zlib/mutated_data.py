import zlib

# No change of packed data does harm: it is refused, or something else comes out.
good = bytearray(zlib.compress(b"".join(b"%d %d;" % (i, i * i) for i in range(200))))
seed = 12345
errors = 0
for turn in range(3000):
    data = bytearray(good)
    for change in range(1 + turn % 3):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        data[(seed >> 8) % len(data)] ^= 1 << (seed & 7)
    try:
        zlib.decompress(data[:len(data) - turn % 5])
    except zlib.error:
        errors += 1
print(errors > 2000)
