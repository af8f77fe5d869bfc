# expect: hand, because CPython 3.12 has no t-strings
name, n = "World", 3
t = t"Hello {name}, {n + 1}!"
print(type(t).__name__, t.strings, t.values)
print([(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
print(t"", t"plain", t"{n}", t"{n}{n}")
print(t"{{}} {{{n}}}".strings)
print(t'''a
{n}'''.strings, T"{n}".values, t"{'nested ' + "quotes"}".values)
print(repr(t"x"), str(t"{n}"))
