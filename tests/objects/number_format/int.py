def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(1234567, "", "d", "n", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "+", " ", "-", "+#b", "c")
show(1234567, ",", "_", "_b", "_o", "_x", "#_x", "#020_x", "012,d", "013,d", "14,d", "=+20,", "*=+20,", "0>+20,")
show(-1234567, "014,d", "<14", ">14", "^14", "=14", "é^14", "{<14", "014", " 14", "+14", "#014x")
show(65, "c", "5c", "05c", "<5c", "010d", "<05", "x^06", "00", "0", "5>5")
show(True, "", "d", "5", "x", "n", "05")
show(10**30, ",", "x", "e", "40,", "_b")
