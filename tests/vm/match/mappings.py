class D(dict): pass
def f(x):
    match x:
        case {"a": 1, "b": [x, y]}: return x, y
        case {"t": {"in": v}}: return v
        case {1: a, 2.5: b, None: c}: return a, b, c
        case {"only": _, **rest}: return rest
        case {**rest} if rest: return "rest", rest
        case {}: return "empty"
    return "none"
print(f({"a": 1, "b": [2, 3]}), f({"t": {"in": 5}}), f({1: "x", 2.5: "y", None: "z"}), f({"only": 1, "q": 2}), f({"z": 1}), f({}), f([]), f(D(only=3)))
K = type("K", (), {"key": "dotted", "val": 7})
match {"dotted": 7}:
    case {K.key: K.val}: print("dotted")
from collections import defaultdict
d = defaultdict(list)
match d:
    case {"missing": x}: print("no")
    case _: print(dict(d))
