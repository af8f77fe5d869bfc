# expect: hand, because CPython has no sys.atexit
# sys.atexit keeps one function, and gives the one before.
import sys
def first():
    print("first")
def last():
    print("last")
print(sys.atexit(first))
print(sys.atexit(None) is first, sys.atexit(last))
try:
    sys.atexit(5)
except TypeError as e:
    print(e)
print("end")
