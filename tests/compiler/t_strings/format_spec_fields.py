# expect: hand, because CPython 3.12 has no t-strings
width, x = 10, 3.14159
print(t"{x:.{2}f}", t"{x:{width}.{width // 5}f}", t"{x:{'>'}{width}}")
print(t"{x:}".interpolations[0].format_spec == "", t"{x:!r}".interpolations[0].conversion)
