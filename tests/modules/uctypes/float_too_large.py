# expect: hand, because CPython has no uctypes
# mps2: no, because floats are single there
import uctypes

data = bytearray(4)
s = uctypes.struct(uctypes.addressof(data), {"f": uctypes.FLOAT32 | 0})
try:
    s.f = 1e300
except OverflowError as e:
    print(e)
print(data)
