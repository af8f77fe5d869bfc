print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, (-2) ** 2, not 1 + 1 == 2, 1 + 2 << 1, 1 | 2 ^ 3 & 4)
print(1 < 2 == True, (1 < 2) == True, 5 - 3 - 1, 2 * 3 % 4, -3 // 2, ~1 ** 2)
print(1 if 1 else 2 or 3, lambda: 1 or 2, sep="|") if 0 else print("ok")
print(not True or True, True or False and False, 1 in [1] and 2 not in [3])
print([*"ab", *[1]], {*"a"}, (*"ab",), {**{"a": 1}, "b": 2, **{"a": 3}})
a = 1, 2
print(a, *a)
def r(): return 1, *a
print(r())
for x in 1, 2, *a: print(x, end=" ")
print()
