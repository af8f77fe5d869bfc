# expect: hand, because CPython 3.12 has no t-strings
x, y = 1, 2
print(t"{x=}", t"{x = }", t"{ x + y = }")
print(t"{x=!s}", t"{x=:>5}", t"{x=!a:<3}")
print(t"{x   }".interpolations[0].expression, t"{  x}".interpolations[0].expression)
