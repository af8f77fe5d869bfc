def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(5.0, "d", "s", "c", "x", "b", "a", ",n", "_n", "ff", ".3000000000f", ",_", ".", "5.", ",s", "\u00e9")
