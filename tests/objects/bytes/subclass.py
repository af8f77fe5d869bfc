class B(bytes):
    def first(self):
        return self[0]


b = B(b"abc")
b.tag = 5
print(b, repr(b), len(b), b.first(), b.tag, b == b"abc", hash(b) == hash(b"abc"))
print(type(b + b"x").__name__, type(b[:]).__name__, type(b.upper()).__name__, type(B.fromhex("61")).__name__)
print(type(bytes(b)).__name__, isinstance(b, bytes), B([1, 2]), B("é", "utf-8"))


class C:
    def __bytes__(self):
        return b"from C"


class D:
    def __bytes__(self):
        return "no"


class E:
    def __index__(self):
        return 3


print(bytes(C()), bytes(E()))
try:
    bytes(D())
except TypeError as e:
    print(e)
try:
    bytearray(C())
except TypeError as e:
    print(e)
print(bytearray(E()), bytes([E(), True]))
