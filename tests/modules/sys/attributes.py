# argv: one two
# expect: hand, because the interpreter tells of itself
import sys, builtins

print(sys.implementation.name, sys.version_info[0], sys.version_info >= (3, 4), sys.byteorder)
print(len(sys.argv), sys.argv[1:], sys.maxunicode, sys.maxsize > 2**29)
print("sys" in sys.modules, sys.modules["sys"] is sys, isinstance(sys.path, list), sys.intern("a") == "a")
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e, sys.exc_info()[0])
print(sys.getsizeof([]) > 0, sys.getrecursionlimit() > 100)
print(sys.float_info.radix, sys.version_info.minor)
