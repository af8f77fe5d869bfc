# expect: hand, because CPython has no ffi
# mps2: no, because a chip has no libraries to load
import ffi

libc = ffi.open("libc.so.6")
print(libc.func("L", "strlen", "s")("Zo\u00eb"), libc.func("i", "strcmp", "ss")("a", "a"))
print(libc.func("s", "strstr", "ss")("haystack", "st"), libc.func("s", "strchr", "si")("abc", 120))
buf = bytearray(6)
print(libc.func("p", "memset", "piL")(buf, 65, 4) > 0, buf)
print(libc.func("i", "memcmp", "ppL")(buf, b"AAAB", 4) < 0)
print(libc.func("p", "memcpy", "ppL")(buf, memoryview(b"xyz")[1:], 2) > 0, buf)
