# expect: hand, because CPython 3.12 has no t-strings
x = 7
for n in (1, 31, 32, 33, 64, 300):
    t = eval("t'" + "a{x}" * n + "'")
    print(len(t.strings), len(t.values), t.strings[0], sum(t.values))
