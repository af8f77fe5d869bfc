from itertools import product

print(list(product("ab", [1, 2])), list(product()), list(product("ab", [])), list(product("ab", repeat=2)))
print(list(product("ab", repeat=0)), len(list(product(range(3), range(4), repeat=2))))
print(list(product([0, 1], repeat=3))[3:6])
for bad in (lambda: product("a", repeat=-1), lambda: product(3), lambda: product("a", other=1),
            lambda: product("a", repeat="x")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
