# mps2: no, because a chip has no process
# expect: hand, because CPython has no os.errno()
import os

print(os.errno(), os.errno(2), os.errno())
try:
    os.errno("x")
except TypeError as e:
    print(e)
