# expect: hand, because CPython has no uctypes
import gc
import uctypes
from array import array

data = bytearray(100)
numbers = array("H", [1, 2, 3])
views = [memoryview(uctypes.bytearray_at(uctypes.addressof(x), 6)) for x in (data, numbers)]
for change in (lambda: data.append(1), lambda: data.clear(), lambda: data.extend(bytes(1000)),
               lambda: numbers.append(4), lambda: data.__delitem__(slice(0, 5))):
    try:
        change()
    except BufferError as e:
        print(e)
data[5] = 7
numbers[2] = 0x4142
del data, numbers
gc.collect()
keep = [bytearray(100) for _ in range(1000)]
print([bytes(view) for view in views])
