# bytes, bytearray, memoryview and array give ints.
import array
for source in b"\x00\xff", bytearray(b"ab"), memoryview(b"xy"), array.array("h", [-1, 300]):
    for item in source:
        print(type(source).__name__, item)
