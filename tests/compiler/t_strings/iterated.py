# expect: hand, because CPython 3.12 has no t-strings
x = 1
for part in t"a{x}{2}b": print(type(part).__name__, part)
print(list(t""), list(t"{x}"), len(list(t"ab{x}")))
def f(template):
    return "".join(p.upper() if isinstance(p, str) else str(p.value) for p in template)
print(f(t"hello {x} world {'y'}"))
