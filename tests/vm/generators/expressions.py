g = (x * 2 for x in range(4) if x % 2)
print(next(g), list(g))
print(sum(x for x in range(5)), list((x, y) for x in "ab" for y in range(2)))
def f():
    n = 3
    return (i * n for i in range(n))
print(list(f()))
src = [1, 2]
g = (x for x in src)
src = [9]
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
lazy = (1 // x for x in (1, 0))
print(next(lazy))
try:
    next(lazy)
except ZeroDivisionError as e:
    print(e)
print(list(lazy))
print(set(x % 1 for x in range(9)), any(x > 2 for x in range(5)), g.__name__)
print(list(map(lambda f: f(), (lambda i=i: i for i in range(3)))))
print([list(y + x for y in range(2)) for x in range(2)])
