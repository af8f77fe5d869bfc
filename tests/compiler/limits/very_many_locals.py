def define(text):
    space = {}
    exec(text, space)
    return space["f"]
for n in (180, 200, 250, 260, 1000):
    names = ["v%d" % i for i in range(n)]
    body = "".join(" %s = %d\n" % (name, i) for i, name in enumerate(names))
    f = define("def f():\n" + body + " return " + " + ".join(names) + "\n")
    print(n, f())
    g = define("def f():\n" + body + " return len(locals()), locals()['v%d'], sorted(locals()) == %r\n"
               % (n - 1, sorted(names)))
    print(g())
    h = define("def f():\n" + body + " def g(): return " + " + ".join(names) + "\n return g()\n")
    print(h())
    d = define("def f():\n" + body + " del v%d\n try: v%d\n except UnboundLocalError as e: return str(e)\n"
               % (n - 1, n - 1))
    print(d())
    s = define("def f():\n" + body + " def g():\n  nonlocal v0, v%d\n  v%d = 'a'; v0 = 1\n\n g()\n"
               " return v0, v%d, v%d\n" % (n - 1, n - 1, n - 1, n - 3))
    try:
        print(s())
    except Exception as e:
        print(type(e).__name__, e)
