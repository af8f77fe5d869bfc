def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show("abc", "", "5", "<5", ">5", "^6", "*^9", ".2", "*^9.2", "s", "10s", "05", "<05", "é>6", ".0", "{>5", ">>5")
show("日本語é", "6", ".2", "*^8", ".3s", "_>7.1")
show("", "3", "", "x^3")
