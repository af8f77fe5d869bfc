# What a chained comparison does not come to is not assigned.
def in_test(x):
    if 0 < x < (y := 5):
        return y
    return y


def as_value(x):
    z = 1 < x < 9 < (y := 10)
    return z, y


def second(x):
    z = 1 < (y := x) < 3
    return z, y


for f in in_test, as_value, second:
    for x in 0, 2, 20:
        try:
            print(f.__name__, f(x))
        except UnboundLocalError as e:
            print(e)
