def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def a(): x, y = 1,
def b(): x, y = 1, 2, 3
def c(): x, y = 5
def d(): x, *y, z = [1]
def e(): x, *y = 3
def f(): [] = [1]
def g(): x, y = None
def h(): x, y = iter([1, 2, 3])
def i(): (x, y), z = 1, 2
def j(): x, y, z = "ab"
def k(): x, y = {1: 2, 3: 4, 5: 6}
class It:
    def __iter__(self): raise ValueError("from iter")
def l(): x, y = It()
def m():
    for x, y in [(1,)]: pass
def gen():
    yield 1
    raise KeyError("k")
def n(): x, y = gen()
def o(): *x, y, z, w = [1, 2]
for t in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o): show(t)
