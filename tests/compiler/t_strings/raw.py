# expect: hand, because CPython 3.12 has no t-strings
x = 1
print(rt"\n{x}\t".strings, tr"\n{x}".strings, Rt"\d".strings, TR"\d".strings, t"\n".strings)
print(rt"{x:\n}".interpolations[0].format_spec, len(t"{x:\n}".interpolations[0].format_spec))
