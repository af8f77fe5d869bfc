# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def add(a, b):
    return a + b


@micropython.native
def fold(items, x):
    for item in items:
        x = x + item
    return x


for i in range(20):
    print(add(1, 2), add(1.5, 2), add("a", "b"), add([1], [2]), end=" " if i % 5 else "\n")
print(fold([1, 2, 3], 0), fold((1, 2.5, 3), 0), fold(["a", "b"], ""), fold([1] * 50 + [0.5] * 50, 0))
for i in range(30):
    fold([1, 2], 0)
    fold([0.5, 2], 0)
    fold([(1,), (2,)], ())
print(fold([1, 2], 1), fold([0.5, 2], 1), fold([(1,), (2,)], ()), fold(bytearray(b"ab"), 0))
