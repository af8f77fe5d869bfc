def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class HasInt:
    def __int__(self):
        return 5


class HasIndex:
    def __index__(self):
        return 7


class HasTrunc:
    def __trunc__(self):
        return 9


class Bad:
    def __int__(self):
        return "x"


class BadIndex:
    def __index__(self):
        return 1.5


print(int(), int(True), int(3.9), int(-3.9), int(1e20), int(HasInt()), int(HasIndex()))
attempt(int, Bad())
attempt(int, BadIndex())
attempt(int, [])
attempt(int, None)
attempt(int, 1j)
attempt(int, float("nan"))
attempt(int, float("inf"))
attempt(int, 1, 2)
attempt(int, base=2)
attempt(int, "1", 37)
attempt(int, "1", 1)
attempt(int, "1", "a")
