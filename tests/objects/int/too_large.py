def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: float(10**400))
attempt(lambda: 10**400 * 1.0)
attempt(lambda: 1.5 < 10**400)
attempt(lambda: [1][10**30])
attempt(lambda: "a" * 10**30)
