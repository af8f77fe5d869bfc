# expect: hand, because CPython has no heap lock
# Loops over built-in containers, calls and prints need no memory.
import array
import micropython
containers = ([1, 2], (3, 4), "ab", b"cd", bytearray(b"ef"), {5: 6}, {7}, frozenset((8,)),
              array.array("h", [9]), range(10, 12), memoryview(b"\x0c"))
def add(a, b=1, *, c=0):
    return a + b + c
def work():
    for i in range(2):
        print(add(i), add(i, 2), add(a=i, c=5))
    for container in containers:
        for item in container:
            print(item, end=" ")
    print()
    print((1, "two", (b"three", None, True)))
    print(sum(containers[0]), max(containers[1]), any(containers[2]), all(containers[3]))
micropython.heap_lock()
try:
    work()
except MemoryError:
    print("MemoryError")
micropython.heap_unlock()
micropython.heap_lock()
for i in range(3):
    print(i, ("a", 1), "text")
micropython.heap_unlock()
