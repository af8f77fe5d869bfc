# expect: hand, because the depth at which it is too deep differs
# mps2: no, because the C stack of 16 KB ends the compiler's recursion earlier
def attempt(source):
    try:
        eval(source)
        return "fine"
    except (RecursionError, SyntaxError, MemoryError):
        return "refused"


def block(n):
    try:
        exec("".join(" " * i + "if 1:\n" for i in range(n)) + " " * n + "pass")
        return "fine"
    except (IndentationError, RecursionError):
        return "refused"


print(attempt("(" * 50 + "1" + ")" * 50))
print(attempt("[" * 50 + "1" + "]" * 50))
print(attempt("-" * 50 + "1"))
print(attempt("1 if 1 else " * 50000 + "1"))
for source in ("(" * 100000 + ")" * 100000, "[" * 100000, "-" * 100000 + "1",
               "not " * 100000 + "1", "lambda: " * 100000 + "1", "{" * 100000, "f'{" * 1000):
    print(attempt(source))
print(block(50), block(5000))
