print({k: v for k, v in zip("abc", range(3))}, {x % 3: x for x in range(10)}, {1: 2, **{3: 4}, 1: 5})
