# The same instruction reads and writes items of one container after the other.
class Missing(dict):
    def __missing__(self, key):
        return ("missing", key)


def read(container, key):
    try:
        return container[key]
    except (LookupError, TypeError) as error:
        return type(error).__name__, str(error)


def write(container, key, value):
    try:
        container[key] = value
        return container
    except (LookupError, TypeError, ValueError) as error:
        return type(error).__name__, str(error)


containers = [[1, 2], (3, 4), "ab", "\u00e4b", b"cd", bytearray(b"ef"), {0: 5, "k": 6}, Missing(),
              range(7, 9)]
for container in containers:
    print([read(container, key) for key in (0, -1, 1, 2, -3, True)])
print(read({"k": 6}, "k"), read({"k": 6}, "other"), read({}, []), read(b"", "x"), read("", None))
array = bytearray(3)
for key, value in ((0, 255), (-1, 7), (3, 0), (-4, 0), (1, 256), (1, -1), (1, "x"), (True, True)):
    print(write(array, key, value))
print(write({}, "a", 1), write({}, [], 1), write("text", 0, "x"), write(Missing(), 1, 2))
