def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(pow(3, 5, 7), pow(3, 5, -7), pow(3, 5, 1), pow(-3, 5, 7), pow(2, 10**20, 10**9 + 7))
print(pow(3, 10**30, 10**25 + 13), pow(3, -2, 7), pow(10**30, -1, 10**20 + 39), pow(0, 0, 1))
attempt(pow, 2, 3, 0)
attempt(pow, 2, -1, 4)
attempt(pow, 2.0, 3, 4)
attempt(pow, 2, 3.0, 4)
attempt(pow, 2, 3, "a")
print((5).__pow__(2, 3), pow(base=2, exp=3, mod=5), pow(exp=3, base=2))
