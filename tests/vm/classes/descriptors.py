class Data:
    def __get__(self, o, t): return ("data get", o is not None, t.__name__)
    def __set__(self, o, v): print("data set", v)
    def __delete__(self, o): print("data del")
class NonData:
    def __get__(self, o, t): return "nondata"
class A:
    d = Data()
    n = NonData()
a = A()
print(a.d, A.d, a.n, A.n)
a.d = 5
del a.d
a.n = 6
print(a.n, a.__dict__)
a.__dict__["d"] = "hidden"
print(a.d)
class ReadOnly:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError("read only")
class B: r = ReadOnly()
try:
    B().r = 1
except AttributeError as e:
    print(e)
class P:
    @property
    def p(self): return 1
for f in (lambda: setattr(P(), "p", 1), lambda: delattr(P(), "p")):
    try:
        f()
    except AttributeError as e:
        print(e)
class G:
    def __getattr__(self, n):
        if n == "no": raise AttributeError("custom")
        return "getattr " + n
    x = 1
print(G().x, G().y)
try:
    G().no
except AttributeError as e:
    print(e)
class H:
    def __getattribute__(self, n): return "all " + n
    x = 1
print(H().x, H().foo, H().__class__)
class S:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
s = S(); s.v = 4; print(s.v); del s.v
class PG:
    @property
    def p(self): raise AttributeError("inside")
    def __getattr__(self, n): return "fallback " + n
print(PG().p)
