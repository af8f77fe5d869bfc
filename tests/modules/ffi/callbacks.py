# expect: hand, because CPython has no ffi
# mps2: no, because a chip has no libraries to load
import ffi

libc = ffi.open("libc.so.6")
qsort = libc.func("v", "qsort", "pLLp")


def order(a, b):
    a, b = ffi.as_bytearray(a, 2), ffi.as_bytearray(b, 2)
    calls.append(1)
    return int.from_bytes(a, "little") - int.from_bytes(b, "little")


calls = []
compare = ffi.callback("i", order, "pp")
items = bytearray(b"\x03\x01\x02\x00\xff\x00\x01\x00")
print(qsort(items, 4, 2, compare), items, len(calls) > 3)


def fails(a, b):
    calls.append(2)
    raise KeyError("in a callback")


calls.clear()
try:
    qsort(items, 4, 2, ffi.callback("i", fails, "pp"))
except KeyError as e:
    print(e, calls)
try:
    qsort(items, 4, 2, ffi.callback("i", lambda a, b: "text", "pp"))
except TypeError as e:
    print(e)
print(qsort(items, 4, 2, compare))
