# Data that is cut off, at any place, is refused.
import marshal

data = marshal.dumps([1, "text", (2.5, b"bytes"), {"k": None}, 10**40])
for end in range(len(data)):
    try:
        print("taken", marshal.loads(data[:end]))
    except (EOFError, ValueError, TypeError):
        pass
print(marshal.loads(data + b"more"))
for bad in ("text", None, 5):
    try:
        marshal.loads(bad)
    except TypeError:
        print("TypeError")
