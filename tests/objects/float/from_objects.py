def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class HasFloat:
    def __float__(self):
        return 2.5


class HasIndex:
    def __index__(self):
        return 7


class Bad:
    def __float__(self):
        return "x"


print(float(), float(5), float(True), float(2.5), float(10**20), float(HasFloat()), float(HasIndex()))
attempt(float, Bad())
attempt(float, [])
attempt(float, None)
attempt(float, 1j)
attempt(float, 10**400)
