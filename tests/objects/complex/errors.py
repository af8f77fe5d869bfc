def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: 1j / 0)
attempt(lambda: 1j // 1)
attempt(lambda: 1j % 1)
attempt(lambda: 1j < 2j)
attempt(lambda: 1j + "a")
attempt(lambda: divmod(1j, 1))
attempt(lambda: 0j**-1)
attempt(lambda: 0j**1j)
attempt(lambda: abs(complex(1e308, 1.7e308)))
attempt(lambda: int(1j))
attempt(lambda: float(1j))
attempt(lambda: (1e300 + 1e300j) ** 2)
attempt(lambda: 1j + 10**400)
