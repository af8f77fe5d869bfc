print([x for x in range(3)], {x: x * x for x in range(3)}, sorted({x % 2 for x in range(5)}))
print([(x, y) for x in range(3) if x for y in "ab" if y != "a" or x == 1])
print([[j for j in range(i)] for i in range(3)], [x for l in [[1, 2], [3]] for x in l])
print({k: v for k, v in {"a": 1}.items()}, [a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]])
print([x for x in range(10) if x % 2 if x > 4], [x if x else None for x in range(2)])
print([(lambda: x)() for x in range(3)], [f() for f in [lambda: x for x in range(3)]])
x = "outer"
l = [x for x in range(2)]
print(x)
print([i for i in [1, 2] for i in [i, i * 10]], [x for x in x])
def f():
    y = 10
    z = [y + i for i in range(2)]
    i = [lambda: y + k for k in range(2)]
    y = 20
    return z, [q() for q in i]
print(f())
print({**{a: 1 for a in "x"}, "y": 2}, [*[b for b in range(2)], 5])
print([0 for [a, b] in [[1, 2]]], [c for c in "abc"][::-1], len([_ for _ in range(100)]))
