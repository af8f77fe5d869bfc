def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: 1.5 + "a")
attempt(lambda: 1.5 & 1)
attempt(lambda: ~1.5)
attempt(lambda: 1.5 << 1)
attempt(lambda: 1.5 < "a")
attempt(lambda: 1.5 < 1j)
attempt(lambda: [1, 2][1.0])
attempt(lambda: range(1.0))
