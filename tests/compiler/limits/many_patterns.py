def run(text, x):
    space = {"x": x, "Point": Point}
    exec(text, space)
    return space["y"]
class Point: pass
for n in (31, 32, 33, 100, 101, 300, 1000):
    names = ["p%d" % i for i in range(n)]
    text = "match x:\n case [%s]: y = p0, p%d\n case _: y = None\n" % (", ".join(names), n - 1)
    print(n, run(text, list(range(n))), run(text, range(n)), run(text, [1]), run(text, "a" * n))
    text = "match x:\n case [0, *p, %s, last]: y = p0, p, last\n case _: y = None\n" % ", ".join(names[:-2])
    print(run(text, list(range(n))), run(text, list(range(n + 2))), run(text, [2] * n))
    text = "match x:\n case {%s, **more}: y = v0, v%d, more\n case _: y = None\n" % (
        ", ".join("%d: v%d" % (i, i) for i in range(n)), n - 1)
    print(run(text, {i: i * 2 for i in range(n + 1)}), run(text, {1: 2}))
    p = Point()
    for i in range(n): setattr(p, "a%d" % i, i)
    text = "match x:\n case Point(%s): y = p0, p%d\n case _: y = None\n" % (
        ", ".join("a%d=p%d" % (i, i) for i in range(n)), n - 1)
    print(run(text, p), run(text, Point()))
    text = "match x:\n case %s: y = 1\n case _: y = 2\n" % " | ".join(str(i) for i in range(n))
    print(run(text, n - 1), run(text, n))
