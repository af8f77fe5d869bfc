def define(text, name="f"):
    space = {}
    exec(text, space)
    return space[name]
for n in (150, 183, 184, 185, 199, 200, 201, 255, 256, 257, 300, 1000):
    names = ["p%d" % i for i in range(n)]
    f = define("def f(%s): return [%s]" % (", ".join(names), ", ".join(names)))
    print(n, f(*range(n)) == list(range(n)), f.__code__.co_argcount, f.__code__.co_varnames == tuple(names))
    print(f(**{name: i for i, name in enumerate(names)}) == list(range(n)))
    g = define("def f(%s, *rest, last=3, **more): return (p0, p%d, rest, last, more, sum([%s]))"
               % (", ".join(names), n - 1, " , ".join(names)))
    print(g(*range(n), "x", last=4, z=5))
    try:
        f(*range(n - 1))
    except TypeError as e:
        print(e)
    h = define("def f(%s):\n def g(): return p0 + p%d\n p%d += 1\n return g()"
               % (", ".join(names), n - 1, n - 1))
    print(h(*range(n)))
    d = define("def f(%s): return p0, p%d" % (", ".join(x + "=1" for x in names), n - 1))
    print(d(), d(5), d(*range(n)))
    k = define("def f(*, %s): return p0, p%d" % (", ".join(x + "=2" for x in names), n - 1))
    print(k(p0=1))
