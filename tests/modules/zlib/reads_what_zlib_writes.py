import binascii
import zlib

# made by zlib 1.2.13: stored, fixed and dynamic codes; raw, zlib and gzip
packed = [
    (b'eAEBEwDs/2hlbGxvLCBoZWxsbywgaGVsbG9EKAbV', 15),
    (b'eNrLSM3JyddRyECiAEQoBtU=', 15),
    (b'7ZDbjcUgDAUbmo/YBgP9N7YDJez3lSKUhPP+CAaHaHJSzTj0YAdFDsZiJUkFnRwRxfqIZBZHtFwFfB/Mj01PcrE3c5DJVk2pSQS7aRmbSkIkp9iTdVie9Z736U+v+oKESpAmOZ6QcooqrYE2mmm5r7kRbpB4ofoGNKZhjWzwfiXy1rGU1eqWtKqF65V3guMWwffb5LfJ/zf5Aw==', -15),
    (b'H4sIAAAAAAAAA6uoGAWjYGiCSgAvwvoivQIAAA==', 31),
    (b'SEvtjMkNgEAQwzL32X+9sIgG+POzIscgLdlGmloC7BsqqIiCQ5KnCl0NW2gbE2Pm0D2ke2IfCU7TQ+8fIUQS+NPf0xdRWAgI', 12),
]
for text, wbits in packed:
    data = zlib.decompress(binascii.a2b_base64(text), wbits)
    print(len(data), zlib.crc32(data), data[:30])
    print(zlib.decompress(binascii.a2b_base64(text), 47 if wbits > 0 else wbits) == data)
