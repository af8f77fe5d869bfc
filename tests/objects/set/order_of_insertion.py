# expect: hand, because sets keep insertion order here and not in CPython
s = {"b", "a", 3, 1}
s.add("z")
s.discard("a")
print(s)
print({5, 4} | {9, 4, 1})
print(frozenset("hello"))
