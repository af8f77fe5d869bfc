def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(1 + 2j, "", ".2f", "20", "<20", "^20.1e", "+", "+g", "n", ".3", "#g", "x<020")
show(1234.5 - 2345.6j, ",.2f", ".1f", "g", ",", "30")
show(2j, "", "g", "+", " ", ".1f")
show(complex(-0.0, -0.0), "z.1f", "", ".1f", "20", "z12")
show(complex(float("nan"), float("inf")), "5.1f", "", "F")
show(1e20 + 2j, "", "g", ".3")
