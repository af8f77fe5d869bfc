# expect: hand, because micropython.native is MicroPython's
# exit: 1
# stderr-has: line 14, in outer
# stderr-has: line 10, in inner
# stderr-has: ZeroDivisionError
import micropython
@micropython.native
def inner(n):
    x = 100
    return x // n
@micropython.native
def outer(n):
    while n >= 0:
        inner(n)
        n -= 1
print("before")
outer(3)
