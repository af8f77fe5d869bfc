class A:
    def __call__(self, *args, **kw): return args, kw
    def __repr__(self): return "A!"
    def __format__(self, spec): return "<" + spec + ">"
a = A()
print(a(1, 2, k=3), a, str(a), f"{a:xyz}", format(a), "{:q}".format(a), callable(a), callable(5))
class B:
    def __str__(self): return "strB"
    def __repr__(self): return "reprB"
b = B()
print(b, repr(b), [b], f"{b}", f"{b!r}", "%s %r" % (b, b))
class C:
    def __str__(self): return 5
class D:
    def __repr__(self): return None
class E:
    def __format__(self, s): return 3
for f in [lambda: str(C()), lambda: repr(D()), lambda: str(D()), lambda: format(E()), lambda: 5(), lambda: C()(),
          lambda: format(object(), "x")]:
    try:
        print(f())
    except TypeError as e:
        print(e)
class F: pass
print(repr(F()).startswith("<__main__.F object at 0x"), repr(object()).startswith("<object object at 0x"))
