def define(text):
    space = {}
    exec(text, space)
    return space["f"]
for n in (30, 32, 33, 190, 256, 300, 1000):
    names = ["t%d" % i for i in range(n)]
    f = define("def f(x):\n %s = x\n return t0, t%d\n" % (", ".join(names), n - 1))
    print(n, f(range(n)), f([5] * n))
    for bad in (range(n - 1), range(n + 1), 5):
        try:
            f(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    starred = [names[0], "*" + names[1]] + names[2:]
    g = define("def f(x):\n [%s] = x\n return t0, t1, t2, t%d\n" % (", ".join(starred), n - 1))
    print(g(range(n)), g(range(n + 2)), g(range(n - 1)))
    try:
        g(range(n - 2))
    except ValueError as e:
        print(e)
    space = {}
    exec("for %s in [range(%d)]: pass" % (", ".join(names), n), space)
    print(space["t%d" % (n - 1)])
