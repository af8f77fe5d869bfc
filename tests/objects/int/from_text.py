def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(int(" 12_3 "), int("-0"), int("+5"), int("00"), int("0_1"), int("\t7\n"), int("\u0663\u0664"))
print(int("1f", 16), int("0x1f", 16), int("0x_1f", 16), int("z", 36), int("0b101", 2), int("-0o17", 8))
print(int("0x1F", 0), int("0b1", 0), int("0o7", 0), int("10", 0), int("000", 0), int("-0x10", 0))
print(int("9" * 50), int("-" + "f" * 30, 16), int(b"12"), int(bytearray(b" 7 ")), int("5", base=10))
for text in ("", "x", "-", "1__2", "_1", "1_", "0x1f", " 1 2", "1e5", "1.0", "+-1", "0b", "\u00b2"):
    attempt(int, text)
for text in ("010", "0x", "0_x1", "12a", "0b2", "0o8", ""):
    attempt(int, text, 0)
attempt(int, b"x")
attempt(int, "0x1f", 15)
attempt(int, "8", 8)
