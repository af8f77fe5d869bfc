def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class HasComplex:
    def __complex__(self):
        return 1 + 2j


class HasFloat:
    def __float__(self):
        return 2.5


class Bad:
    def __complex__(self):
        return 1


print(complex(), complex(1), complex(1.5, 2), complex(1j), complex(1 + 2j, 3), complex(1, 2j), complex(1j, 1j))
print(complex(HasComplex()), complex(HasFloat()), complex(real=1, imag=2), complex(imag=3), complex(True))
attempt(complex, Bad())
attempt(complex, [])
attempt(complex, None)
attempt(complex, "1", 2)
attempt(complex, 1, "2")
attempt(complex, 1, [])
attempt(complex, 10**400)
