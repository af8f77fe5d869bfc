def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Z(complex):
    pass


z = Z(1, 2)
z.name = "z"
print(z, type(z), z + 1, type(z + 1), z == 1 + 2j, z.name, hash(z) == hash(1 + 2j), complex(z), type(complex(z)))
print(abs(Z(3, 4)), Z("1+2j"), Z(), f"{z:.1f}", type(+z), type(z.conjugate()))
