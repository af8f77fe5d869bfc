# expect: hand, because CPython has no uctypes
import gc
import uctypes


def make(n):
    data = bytearray(b"%03d" % n * 50)
    return uctypes.struct(uctypes.addressof(data), {"a": (uctypes.ARRAY | 3, uctypes.UINT8 | 6)})


structures = [make(n) for n in range(200)]
for turn in range(3):
    gc.collect()
    junk = [bytearray(b"x" * 150) for _ in range(500)]
print(all(bytes(s.a) == b"%03d" % n * 2 for n, s in enumerate(structures)))
views = [memoryview(s.a) for s in structures]
del structures
for turn in range(3):
    gc.collect()
    junk = [bytearray(b"x" * 150) for _ in range(500)]
print(all(bytes(v) == b"%03d" % n * 2 for n, v in enumerate(views)))
