# expect: hand, because CPython has no ffi
# mps2: no, because a chip has no libraries to load
import ffi

libc = ffi.open("libc.so.6")
print(libc.func("i", "abs", "i")(-7), libc.func("l", "labs", "l")(-(1 << 40)))
toupper = libc.func("i", "toupper", "i")
print(toupper(ord("q")), toupper(0x1_0000_0000 + ord("q")), toupper)
print(libc.func("Q", "strtoull", "spi")("18446744073709551615", None, 10))
print(libc.func("q", "strtoll", "spi")("-9223372036854775808", None, 10))
