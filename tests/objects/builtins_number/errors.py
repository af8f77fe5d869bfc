def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(abs, "a")
attempt(bin, 1.5)
attempt(hex, "a")
attempt(oct, None)
attempt(round, "a")
attempt(round, 1.5, "a")
attempt(pow, "a", 1)
attempt(divmod, "a", 1)
attempt(pow, 1j, 2, 3)
