def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


inf, nan = float("inf"), float("nan")
print(2.0**0.5, 2.0**-1, (-2.0) ** 3, (-2.0) ** -2, 0.0**0, nan**0, 1**nan, 0.0**5, (-0.0) ** 3)
print(inf**-1, (-inf) ** 3, (-inf) ** -1, 2**inf, 0.5**inf, (-1) ** inf, inf**0.5, nan**1)
print((-8.0) ** (1 / 3), (-1.0) ** 0.5)
attempt(lambda: 10.0**400)
attempt(lambda: (-10.0) ** 401)
attempt(lambda: 10.0 ** 10**400)
print(1e-200**2, 2.0**-1074, 2.0**-1075)
