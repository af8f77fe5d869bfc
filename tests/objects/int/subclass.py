def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class MyInt(int):
    def __new__(cls, value, note=""):
        self = super().__new__(cls, value)
        self.note = note
        return self


a = MyInt(5, "five")
b = MyInt(10**30)
print(a, a.note, a + 1, type(a + 1), b, b + 1, a == 5, hash(a) == hash(5), a < 6, 6 > a, [a])
print(isinstance(a, int), type(a) is MyInt, type(+a), type(int(a)), a * 2.5, 7 // a, -a, ~a, abs(a))
print(type(MyInt.from_bytes(b"\x05")), MyInt.from_bytes(b"\x05"), {a: 1}[5], [10, 20, 30, 40, 50, 60][a])
print(f"{a:03d}", f"{a}", "%d" % a, MyInt(0) or "zero", bool(a), a.real, type(a.real), MyInt("12"))


class Loud(int):
    def __repr__(self):
        return "Loud"

    def __add__(self, other):
        return "sum"

    def __radd__(self, other):
        return "reflected"


print(Loud(1), Loud(1) + 1, 1 + Loud(1), f"{Loud(1)}", f"{Loud(1):d}", Loud(2) - 1)
attempt(MyInt, "x")
