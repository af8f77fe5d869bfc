# expect: hand, because CPython has no such module
import micropython
from micropython import const

A = const(5)
print(A, const(1 << 20))


@micropython.native
def f(x):
    return x + 1


@micropython.viper
def g(x: int) -> int:
    return x * 2


print(f(1), g(4), micropython.opt_level(), micropython.opt_level(2))
micropython.alloc_emergency_exception_buf(100)
micropython.heap_lock()
try:
    x = [0] * 100
except MemoryError:
    print("locked")
print(micropython.heap_unlock())
print(micropython.stack_use() > 0)
