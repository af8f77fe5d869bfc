def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(3, "f", "e", "g", "%", "#g", ".2f", "+.1e", ",.1f", "z.2f", "08.2f", "F", "G", ".0f")
