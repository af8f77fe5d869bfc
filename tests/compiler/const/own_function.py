# expect: hand, because const() is MicroPython's
# Where a program has a const() of its own, that is called.
calls = []


def const(x):
    calls.append(x)
    return x * 2


A = const(4)
B = const(A)
A = 5
print(A, B, calls)
