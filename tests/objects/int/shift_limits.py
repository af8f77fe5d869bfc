def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 1 << (1 << 70))
attempt(lambda: 0 << (1 << 70))
attempt(lambda: 1 >> (1 << 70))
attempt(lambda: -1 >> (1 << 70))
attempt(lambda: 1 << 1.0)
