from string import Formatter

f = Formatter()
print(f.format("{0} {1!r} {x:>5} {y[0]} {z.real}", 1, "a", x=2, y=[3], z=4), f.format("{}-{}", 1, 2))
print(f.format("{:{width}}|", "a", width=4), f.format("{{}}"), f.vformat("{a}", (), {"a": "b"}))
print(list(f.parse("a{b!r:c}d{{e}}{}")), list(f.parse("")), list(f.parse("{x[:]}")))
for bad in "{", "}", "{0} {}", "{} {0}", "{a!x}", "{a!}", "{a.}", "{a[}", "{missing}", "{5}":
    try:
        print(f.format(bad, 1, a=1))
    except (ValueError, KeyError, IndexError) as e:
        print(type(e).__name__, bad)
