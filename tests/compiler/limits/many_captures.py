def define(text):
    space = {}
    exec(text, space)
    return space["f"]
for n in (250, 256, 257, 300, 1000):
    names = ["c%d" % i for i in range(n)]
    body = "".join(" %s = %d\n" % (name, i) for i, name in enumerate(names))
    f = define("def f():\n" + body + " def g(): return " + " + ".join(names) + "\n return g\n")
    print(n, f()(), len(f().__closure__), len(f().__code__.co_freevars))
    f = define("def f():\n" + body + " def g():\n  nonlocal c%d\n  x = " % (n - 1) + "+".join(names)
               + "\n  c%d = 'new'\n  h = lambda: c%d\n  y = h()\n  del c%d\n  try: c%d\n"
               "  except NameError as e: return y, str(e)\n return g()\n" % ((n - 1,) * 4))
    print(f())
