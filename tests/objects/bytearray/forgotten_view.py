# A view that nobody refers to does not keep its bytearray from growing. (The collector may still
# see the newest ones on the C stack, so there are many.)
def look(b):
    return bytes(memoryview(b)[1:3])


def can_grow(b):
    try:
        b.append(103)
    except BufferError:
        return False
    return b == bytearray(b"abcdefg")


arrays = [bytearray(b"abcdef") for _ in range(20)]
print(look(arrays[0]), {look(b) for b in arrays})
print(sum(can_grow(b) for b in arrays) > 10)
