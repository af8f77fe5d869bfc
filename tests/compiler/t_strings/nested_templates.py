# expect: hand, because CPython 3.12 has no t-strings
x = 1
inner = t"a{x}"
outer = t"<{inner}>{t'b{x}'}"
print(outer.values[0] is inner, outer.values[1].strings, outer)
print(f"{t'{x}'}", t"{f'{x}'}".values)
