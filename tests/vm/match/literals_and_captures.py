def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one or two"
        case -1: return "minus"
        case 1.5: return "float"
        case "s" | b"b": return "text"
        case None: return "none"
        case True: return "true"
        case 3 + 4j: return "complex"
        case [] : return "empty"
        case [a]: return f"one {a}"
        case [a, b, *rest]: return f"{a} {b} {rest}"
        case {"k": v, **others}: return f"map {v} {others}"
        case {}: return "mapping"
        case int(n) if n > 100: return f"big {n}"
        case str() as s: return f"str {s}"
        case _: return "other"
for x in (0, 1, 2, -1, 1.5, "s", b"b", None, True, False, 3 + 4j, [], (5,), [1, 2], (1, 2, 3), {"k": 1, "z": 2}, {"y": 1}, {}, 500, 50, "text", object, "", range(3), bytearray(b"ab"), {1}, b"xy"):
    print(repr(x)[:20], f(x))
