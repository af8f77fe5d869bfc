def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Length(float):
    unit = "m"

    def __str__(self):
        return f"{float(self)}{self.unit}"


a = Length(2.5)
a.note = "x"
print(a, repr(a), a + 1, type(a + 1), a == 2.5, hash(a) == hash(2.5), a.note, type(+a), f"{a}", f"{a:.1f}")
print(isinstance(a, float), float(a), type(float(a)), int(a), a.hex(), Length.fromhex("0x1p1"), type(Length.fromhex("1")))
print(Length("1e3"), Length(), -a, abs(Length(-1)), a // 1, 2 * a, a.as_integer_ratio(), bool(Length(0)))
