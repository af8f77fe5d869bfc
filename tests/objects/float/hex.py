def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for f in (0.0, -0.0, 1.0, 0.1, -2.5, 1e300, 5e-324, float("inf"), float("-inf"), float("nan")):
    print(f.hex(), float.fromhex(f.hex()))
for text in ("0x1.8p1", "1.8", " 0x10 ", "-0x.8p-3", "0x1p-1080", "inf", "-nan", "0x1.fffffffffffff8p0", "1p4", "a"):
    attempt(float.fromhex, text)
for text in ("", "0x", "zz", "0x1p2000", "0x1pz", "1.8p", "0x1 2"):
    attempt(float.fromhex, text)
