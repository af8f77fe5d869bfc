# expect: hand, as only MicroPython has __template__
print(__template__(()))
print(__template__(("a", "b"), (42, "x", None, "")))
print(__template__(["a", "b", "c"], 1, "x", "r", "", 2, "y", None, "d", "left over"))
print(list(__template__((), 1, "x", None, "")))
for args in ((), ((), None), ((1,),), (5,), ((), 7)):
    try:
        print(__template__(*args))
    except TypeError as e:
        print(e)
