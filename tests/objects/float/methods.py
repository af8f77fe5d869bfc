def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), float("nan").is_integer())
print((1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e20).as_integer_ratio())
print((5e-324).as_integer_ratio()[1] == 2**1074, (-2.75).as_integer_ratio(), (3.0).as_integer_ratio())
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__trunc__(), (1.5).__floor__(), (1.5).__ceil__())
print((-1.5).__floor__(), (-1.5).__ceil__(), (-1.5).__int__(), (1e20).__int__(), (1.5).__getnewargs__())
attempt(float("inf").as_integer_ratio)
attempt(float("nan").as_integer_ratio)
