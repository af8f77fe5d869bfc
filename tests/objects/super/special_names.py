class A:
    def __repr__(self): return "A"
    def __eq__(self, o): return "A.eq"
    def __getattr__(self, n): return "attr " + n
class B(A):
    def __repr__(self): return "B" + super().__repr__()
    def __eq__(self, o): return ("B", super().__eq__(o))
    def __hash__(self): return super().__hash__() if False else 3
    def __getattr__(self, n): return "B " + super().__getattr__(n)
    def __setattr__(self, n, v): super().__setattr__(n, v + 1)
    def __init_subclass__(cls): super().__init_subclass__()
    def get_class(self): return __class__
b = B()
b.x = 1
print(b, b == 1, hash(b), b.y, b.x, b.get_class())
s = super(B, b)
print(s.__thisclass__, s.__self__ is b, s.__self_class__)
