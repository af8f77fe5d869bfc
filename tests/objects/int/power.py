def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(2**10, (-2) ** 3, 0**0, 1**10**30, (-1) ** (10**30 + 1), 3**200, 2**-2, (-2) ** -1)
attempt(pow, 2, 0.5)
attempt(pow, -8, 1 / 3)
attempt(lambda: 2**1024 * 1.0)
