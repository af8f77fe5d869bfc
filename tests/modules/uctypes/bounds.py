# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(4096)
address = uctypes.addressof(data)
print(uctypes.bytes_at(address + 4095, 1), uctypes.bytes_at(address, 0))
for start, size in ((4096 + 64, 1), (0, 9000), (-1, 1), (-32, 32), (0, 1 << 30)):
    try:
        uctypes.bytes_at(address + start, size)
        print(start, size)
    except (ValueError, IndexError):
        print("error")
for size in (-1, -(1 << 30)):
    for function in (uctypes.bytes_at, uctypes.bytearray_at):
        try:
            function(address, size)
        except ValueError as e:
            print(e)
