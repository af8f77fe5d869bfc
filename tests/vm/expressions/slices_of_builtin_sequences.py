# Plain slices, with ends beyond the sequence, and those that are not plain.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for sequence in ([1, 2, 3, 4], (1, 2, 3, 4), "abcd", "ab\u00e4d", b"abcd", bytearray(b"abcd")):
    for start, stop in ((1, 3), (-3, -1), (0, 99), (-99, 2), (3, 1), (99, 100), (None, 2), (2, None),
                        (Index(1), Index(3)), (True, None), (10 ** 30, None), (-10 ** 30, 1)):
        print(sequence[start:stop], end=" ")
    print(sequence[:], sequence[::2], sequence[::-1])
original = [1, 2]
print(original[:] is original, bytearray(b"x")[:].append(1))
try:
    original["a":]
except TypeError as error:
    print(error)
