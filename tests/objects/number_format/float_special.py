def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


for f in (float("nan"), float("inf"), float("-inf")):
    show(f, "", "f", "F", "E", "%", "+", "010", "010,", "+010.2f", "^10", "g")
show(-0.0, "", "z", "z.1f", "zg", "+z", "f", "+")
show(-0.001, "z.1f", "z.1e", ".1f", "z.0%", "+z.1f", "z.2g")
show(5e-324, "", ".3", ".3e", ".10f", "g")
