def f(*args, **kwargs): return len(args), len(kwargs), args[-1:], sum(kwargs.values())
class C:
    def __init__(self, *args, **kwargs): self.n = len(args), len(kwargs)
    def m(self, *args, **kwargs): return len(args), len(kwargs)
for n in (59, 60, 61, 62, 255, 256, 1000):
    plain = ", ".join(str(i) for i in range(n))
    named = ", ".join("k%d=%d" % (i, i) for i in range(n))
    print(n, eval("f(%s)" % plain), eval("f(%s)" % named), eval("f(%s, %s)" % (plain, named)))
    print(eval("C(%s, %s).n" % (plain, named)), eval("C().m(%s, %s)" % (plain, named)))
    print(len(eval("[%s]" % plain)), len(eval("(%s, f())" % plain)), len(eval("{%s, n}" % plain)),
          len(eval("{%s}" % ", ".join("%d: n" % i for i in range(n)))))
    print(len(eval("f'%s'" % ("{n}x" * n))))
    exec("class D(C, %s): x = 1" % ", ".join("k%d=%d" % (i, i) for i in range(n)) if 0 else "D = C")
