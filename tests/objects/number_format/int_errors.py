def show(value, *specs):
    for spec in specs:
        try:
            print(repr(spec), repr(format(value, spec)))
        except Exception as e:
            print(repr(spec), type(e).__name__, e)


show(5, ".2", ".2d", "z", "zd", ",x", "_c", ",c", ",n", "_n", ",_d", "_,d", ",,d", "__d", "s", "y", "dd", "5d5")
show(5, "+ d", "# d", "z+d", ".", ".f", "99999999999999999999d", ".99999999999999999999f", "\u00e9", "!", ",s")
show(-1, "c")
show(0x110000, "c")
show(65, "+c", "#c")
show(True, "s")
show(10**400, "f", "e", "g")
