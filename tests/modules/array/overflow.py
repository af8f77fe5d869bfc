# expect: hand, as CPython raises OverflowError
from array import array

for typecode, value in (
    ("h", 40000), ("h", -40000), ("H", -1), ("H", 65536), ("b", 128), ("B", 256), ("i", 1 << 31), ("I", -1),
    ("Q", -1), ("Q", 1 << 64), ("q", 1 << 63), ("q", -(1 << 100) + 3),
):
    print(array(typecode, [value]))
a = array("h", [1, 2])
a[0] = 1 << 20 | 5
a.append(-(1 << 17) + 6)
print(a)
