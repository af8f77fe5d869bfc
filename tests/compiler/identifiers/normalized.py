# mps2: no, because it has no normal forms
ﬁnal = 1
print(final, ﬁnal)
𝐱𝟏 = 2
print(x1)
é = 3
print(é, "\xe9" in globals(), "e\u0301" in globals())


class A:
    def ℌello(self, ｎame=0):
        self.ªttr = ｎame
        return name


a = A()
print(a.Hello(name=5), a.ℌello(ｎａｍｅ=6), a.attr, sorted(vars(a)))
print([ascii(n) for n in sorted(globals()) if len(n) < 6 and not n.startswith("_")])
각 = 7
print("\uac01" in globals(), len("각"))
ǆ = lambda ſ: ſ
print(dž(s=4) if "dž" in globals() else "?")
print(ascii("ﬁ"), getattr(a, "ªttr", "not normalized"))
