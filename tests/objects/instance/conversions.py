class I:
    def __index__(self): return 3
class F:
    def __float__(self): return 2.5
class N:
    def __int__(self): return 9
class X:
    def __index__(self): return "x"
print([10, 20, 30, 40][I()], "ab" * I(), int(I()), float(F()), int(N()), float(I()), range(I()), hex(I()), bin(I()))
for f in [lambda: [1][X()], lambda: [1][F()], lambda: float(N()), lambda: range(F()), lambda: "a" * F(), lambda: int(F()), lambda: float("x" and N())]:
    try:
        print(f())
    except TypeError as e:
        print(e)
