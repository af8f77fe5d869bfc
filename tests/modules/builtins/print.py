import io

print()
print(1, "a", None, [1, "b"], sep=", ", end=".\n")
print("x", sep=None, end=None)
for bad in ({"sep": 1}, {"end": b""}, {"wrong": 1}):
    try:
        print("x", **bad)
    except TypeError as e:
        print("TypeError", e)
s = io.StringIO()
print("to", "file", file=s)
print(repr(s.getvalue()))


class Loud:
    def __str__(self):
        return "loud"

    def __repr__(self):
        return "quiet"


print(Loud(), [Loud()])
