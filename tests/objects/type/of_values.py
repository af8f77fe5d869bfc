for v in [1, 1.5, "s", b"b", [], (), {}, set(), None, True, ..., NotImplemented, int, type, len]:
    print(type(v))
print(type(type(1)), isinstance(int, type), issubclass(bool, int), issubclass(type, object))
