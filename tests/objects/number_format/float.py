def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(1234567.891, "", "e", "E", "f", "F", "g", "G", "n", "%", ".2f", ",.2f", "_.2f", ".0f", "#.0f", ".3", ".10g")
show(-1234.5, "010.1f", "020,", "<12.1f", "^12", "*>12", "=12", "+", " ", "020,.3f", "+.1e", ".400f"[:4])
show(0.5, "%", ".0%", ".1%", "#.0%", "08.1%", ".0f", "#g", "g")
show(100.0, "", ".1", ".3", ".4", "#", "#.5", "n", "g", "r", "5")
show(1e20, "", ".5", ",", "f", "g", ",f")
show(1e-10, "", "g", "G", "f", ".12f", "e")
