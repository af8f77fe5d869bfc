# expect: hand, because CPython has no ffi
# mps2: no, because a chip has no libraries to load
import ffi, struct

libm = ffi.open("libm.so.6")
print(libm.func("d", "pow", "dd")(2, 0.5), libm.func("f", "sqrtf", "f")(2.25))
signgam = libm.var("i", "signgam")
libm.func("d", "lgamma", "d")(-0.5)
print(len(signgam), struct.unpack("i", signgam))
print(libm.addr("pow") > 0, ffi.func("d", libm.addr("floor"), "d")(2.75))
print(ffi.open().addr("qsort") > 0)
