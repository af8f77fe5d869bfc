# stress: no, because a collection at each of very many deep calls takes too long
def f(n): return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print("RecursionError", isinstance(e, RuntimeError))
class A:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n + "x")
    def __call__(self): return self()
    def __len__(self): return len(self)
    def __add__(self, o): return self + o
    def __hash__(self): return hash(self)
    def __iter__(self): return iter(self)
    def __bool__(self): return bool(self)
a = A()
for g in [lambda: repr(a), lambda: a == 1, lambda: a(), lambda: len(a), lambda: a + 1, lambda: hash(a),
          lambda: iter(a), lambda: bool(a), lambda: str(a)]:
    try:
        g()
        print("no error")
    except RecursionError:
        print("RecursionError")
