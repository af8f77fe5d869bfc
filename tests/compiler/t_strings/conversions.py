# expect: hand, because CPython 3.12 has no t-strings
v = "é"
for t in (t"{v!r}", t"{v!s}", t"{v!a}", t"{v}"):
    i = t.interpolations[0]
    print(i.value, i.conversion, repr(i.format_spec))
print(t"{v!r:>10}")
