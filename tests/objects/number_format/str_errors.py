def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show("a", "d", "x", "+", " ", "-", "=", "=5", "#", ",", "_", "z", "ss", ",s", "_s", ".", "99999999999999999999")
