def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(1 + 2j, "d", "%", "s", "020", "=20", "0<20", ",n", "x", ".")
