class A: pass
class B:
    def __init__(self, x): self.x = x
class C:
    def __new__(cls, *args):
        o = object.__new__(cls)
        o.args = args
        return o
class D:
    def __new__(cls): return 5
    def __init__(self): print("never")
class E:
    def __init__(self): return 1
for f in [lambda: object(1), lambda: A(1), lambda: B(), lambda: B(1).x, lambda: C(1, 2).args,
          lambda: D(), lambda: E(), lambda: object.__new__(int), lambda: object.__new__(1)]:
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)
