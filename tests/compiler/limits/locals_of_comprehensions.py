def f(a):
    b = 2
    inside = [sorted(locals().items(), key=str) for x in (1,)][0]
    after = sorted(locals(), key=str)
    return [i for i in inside if i[0] != ".0"], after
print(f(1))
def g(n):
    rows = [[sorted(locals()) for y in range(1)] for x in range(1)]
    return rows, sorted(locals())
print(g(3))
def h():
    x = "outer"
    inner = [locals()["x"] for x in (1, 2)]
    return inner, locals()["x"]
print(h())
def k():
    {locals()["v"] for v in (1,)}
    d = {key: locals()["key"] for key in "ab"}
    fs = [(lambda: c)() for c in (1, 2) if locals()["c"]]
    return d, fs, sorted(locals())
print(k())
