# expect: hand, because the bytecode is ours
# What the small helpers of t-strings and type aliases work on is theirs, or refused.
import marshal
import sys

sys.displayhook = id  # one of the helpers shows values
SOURCE = "class A:\n    x: int = 1\n    t = t'a{x!r:>3}b'\n    type B[T] = list[T]\nprint(A.x)\n"
good = marshal.dumps(compile(SOURCE, "<source>", "exec"))
refused = ran = 0
for at in range(8, len(good)):
    for value in range(12):
        bad = bytearray(good)
        bad[at] = value
        try:
            code = marshal.loads(bad)
        except (ValueError, EOFError, TypeError):
            refused += 1
            continue
        if type(code) is type((lambda: 0).__code__):
            try:
                exec(code, {"print": id})
            except Exception:
                pass
            ran += 1
print(refused > 1000, ran > 1000)
