def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("1.5", " -2 ", "+.5", "5.", "1e3", "1E-3", "1_0.5_0", "inf", "-Infinity", "nan", "+NaN", "INF"):
    attempt(float, text)
for text in ("\u0663.5", "1e400", "-1e400", "1e-400", "0" * 50 + "1", "1" + "0" * 40, "\t1.5\n"):
    attempt(float, text)
for text in ("", " ", ".", "e5", "1e", "1__0", "_1", "1_", "1_.5", "0x10", "1.5.5", "in", "infin", "1 5", "--1"):
    attempt(float, text)
attempt(float, b"1.5")
attempt(float, b"x")
attempt(float, bytearray(b"2.5"))
