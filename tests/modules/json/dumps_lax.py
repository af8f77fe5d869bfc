# expect: hand, because CPython refuses all of these
import json


class A:
    def __str__(self):
        return "an A"


print(json.dumps([b"bytes", bytearray(b"ab"), 1j, A(), {b"key": b"\xc3\xa9"}, {(1, 2): 3}]))
