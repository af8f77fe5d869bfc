# expect: hand, because const() is MicroPython's
from micropython import const

X = const(1)
import sys as X

print(X, globals()["X"] is X, globals()["X"].__name__)


def X():
    return X


print(globals()["X"]())


class X:
    kept = X


print(globals()["X"].kept)
