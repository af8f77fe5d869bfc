# expect: hand, because CPython 3.12 has no t-strings
x = 1
t = t"a{x}b" + t"c{2}" + t"d"
print(t.strings, t.values)
print((t"" + t"").strings, (t"{x}" + t"{x}").strings)
print((t"a" t"{x}" t"b").strings)
for wrong in ("t'a' + 'b'", "'a' + t'b'", "t'a' + 1", "t'a' * 2", "t'a' % 2", "-t'a'"):
    try:
        eval(wrong)
    except TypeError as e:
        print(e)
