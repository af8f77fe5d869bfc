# expect: hand: viper functions exist in MicroPython only
import micropython

try:
    from nowhere import sleep_ms
except ImportError:
    const = lambda x: x

_BIT = const(0x80)


@micropython.viper
def masked(data) -> int:
    p = ptr8(data)
    return int(p[0]) & _BIT  # int and object, if _BIT were a variable


print(masked(b"\xff"), masked(b"\x7f"))
exec("def const(x): return x\n_N = const(5)\n@micropython.viper\ndef f(x: int) -> int: return x + _N\nprint(f(1))")
# What does something else is not taken for it.
for source in ("def const(x): return -x", "const = lambda x: x + 1", "async def const(x): return x",
               "@abs\ndef const(x): return x"):
    try:
        exec(source + "\n_N = const(5)\n@micropython.viper\ndef f(x: int) -> int: return x + _N\nprint('folded')")
    except Exception as e:
        print(type(e).__name__)
