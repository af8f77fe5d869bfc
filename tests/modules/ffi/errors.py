# expect: hand, because CPython has no ffi
# mps2: no, because a chip has no libraries to load
import ffi

libc = ffi.open("libc.so.6")
f = libc.func("i", "abs", "i")
for call in (
    lambda: ffi.open("no_such_library.so"), lambda: ffi.open(3),
    lambda: libc.func("i", "no_such_function", ""), lambda: libc.func("x", "abs", "i"),
    lambda: libc.func("i", "abs", "iv"), lambda: libc.func("i", "abs", "i" * 17),
    lambda: libc.func("ii", "abs", "i"), f, lambda: f(1, 2), lambda: f("1"), lambda: f(1.5),
    lambda: f(x=1), lambda: ffi.callback("i", 5, "i"), lambda: libc.var("v", "environ"),
    lambda: libc.func("L", "strlen", "s")(b"x"), lambda: ffi.as_bytearray(0, -1),
):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e.errno if isinstance(e, OSError) else e)
libc.close()
try:
    libc.func("i", "abs", "i")
except ValueError as e:
    print(e)
