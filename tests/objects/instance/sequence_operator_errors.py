class F: pass
class R:
    def __rmul__(self, o): return "rmul"
    def __radd__(self, o): return "radd"
class L(list): pass
print("a" * R(), [1] * R(), (1,) * R(), "a" + R(), [1] + R(), b"a" + R(), b"a" * R())
for f in [lambda: "a" * F(), lambda: [1] * F(), lambda: F() * "a", lambda: 1.5 * "a", lambda: {} * 2,
          lambda: range(3) * 2, lambda: b"a" * 1.5, lambda: [1] * [2], lambda: "a" + 1, lambda: 1 + "a",
          lambda: [1] + (1,), lambda: b"a" + "b", lambda: F() * 2, lambda: "a" + F(), lambda: [1] + F(),
          lambda: L() + F(), lambda: b"a" + F(), lambda: (1,) + F(), lambda: F() + "a", lambda: {} + {}]:
    try:
        print(f())
    except TypeError as e:
        print(e)
x = "a"
try:
    x *= 1.5
except TypeError as e:
    print(e)
x = 3
try:
    x **= "a"
except TypeError as e:
    print(e)
