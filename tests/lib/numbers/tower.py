from numbers import Complex, Integral, Number, Rational, Real

for v in 1, True, 1.5, 2j, "a":
    print(v, [isinstance(v, c) for c in (Number, Complex, Real, Rational, Integral)])
print(issubclass(Integral, Rational), issubclass(int, Number), hasattr(Real, "__divmod__"))
for c in Complex, Real, Integral:
    try:
        c()
    except TypeError as e:
        print(str(e)[:50])
