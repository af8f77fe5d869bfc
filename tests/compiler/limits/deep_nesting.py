# expect: hand, because the depth at which it is too deep differs
def attempt(source):
    try:
        eval(source)
        return "fine"
    except (RecursionError, SyntaxError, MemoryError) as e:
        return type(e).__name__ in ("RecursionError", "SyntaxError", "MemoryError")
print(attempt("(" * 50 + "1" + ")" * 50))
print(attempt("[" * 50 + "1" + "]" * 50))
print(attempt("-" * 50 + "1"))
print(attempt("(" * 100000 + ")" * 100000))
print(attempt("[" * 100000))
print(attempt("-" * 100000 + "1"))
print(attempt("not " * 100000 + "1"))
print(attempt("lambda: " * 100000 + "1"))
print(attempt("x." + "a." * 20000 + "b") in ("fine", True) if 0 else "skipped")
print(attempt("{" * 100000))
print(attempt("f'{" * 1000))
print(attempt("1 if 1 else " * 50000 + "1"))
print(attempt("a" + "[0]" * 3) if 0 else "end")
def block(n):
    try:
        exec("".join(" " * i + "if 1:\n" for i in range(n)) + " " * n + "pass")
        return "fine"
    except (IndentationError, RecursionError) as e:
        return "too deep"
print(block(50), block(5000))
