class E(Exception):
    def __init__(self, a, b=2):
        super().__init__(a, b)
        self.a = a
    def __str__(self): return f"E<{self.a}>"
class F(E): pass
try:
    raise F(1)
except E as e:
    print(e, repr(e), e.args, e.a, type(e).__name__)
class G(Exception): pass
print(repr(G()), repr(G("x")), repr(G(1, 2)), str(G(1, 2)), str(G()))
class H(KeyError, ValueError): pass
try:
    raise H("k")
except ValueError as e:
    print(repr(e), str(e))
try:
    raise StopIteration(3)
except StopIteration as e:
    print(e.value)
e = ValueError("x")
e.add_note("n1")
e.add_note("n2")
print(e.__notes__, e.with_traceback(None) is e, e.__traceback__)
try:
    raise SystemExit(3)
except SystemExit as s:
    print(s.code)
try:
    {}["missing"]
except KeyError as k:
    print(k, k.args)
try:
    raise E
except TypeError as t:
    print(t)
