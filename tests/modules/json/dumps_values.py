# mps2: no, because floats have single precision there
import json

for value in (
    None, True, 0, -5, 10**30, 1.5, 1e300, 0.1, -0.0, 1e16, float("inf"), float("-inf"), float("nan"), "", "é😀",
    "\"\\/\b\f\n\r\t\x00\x1f\x7f\u2028", [], {}, (), [[], {}, [1], {"a": []}], (1, "a"), {"a": {"b": [1, 2.5]}},
):
    print(json.dumps(value), json.dumps(value, ensure_ascii=False))
print(json.dumps("\ud800"))


class I(int):
    def __repr__(self):
        return "I"


class F(float):
    def __repr__(self):
        return "F"


class S(str):
    def __str__(self):
        return "S"


class L(list):
    pass


class D(dict):
    pass


print(json.dumps([I(5), F(2.5), S("s"), L([1]), D(a=1), {I(5): 1, F(2.5): 2, S("s"): 3}]))
