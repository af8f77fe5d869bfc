from itertools import product

try:
    product("ab", repeat=2**62)
except (OverflowError, MemoryError):
    print("refused")
