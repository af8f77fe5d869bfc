def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(round, float("nan"))
attempt(round, float("inf"))
attempt(round, 1.7e308, -308)
attempt(round, 1.5, 1.5)
attempt(round, 1.5, "a")
attempt(float("nan").__floor__)
attempt(float("-inf").__ceil__)
attempt(float("inf").__trunc__)
