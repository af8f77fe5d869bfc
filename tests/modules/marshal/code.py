# Code of modules and functions runs as before, whatever it is made of.
import marshal

text = """
import sys
def f(a, /, b=2, *c, d=4, **e):
    "doc"
    try:
        return [x + b for x in range(a) if x % 2], c, d, e
    finally:
        print("left", a)
class A:
    y = 7
    def m(self):
        n = 0
        def count():
            nonlocal n
            n += self.y
            return f"{n:>5}"
        return count
class B(A):
    def m(self):
        return super().m()
def g(n):
    for i in range(n):
        yield i * i
print(f(4), f(2, 3, 9, d=1, z=0), f.__doc__)
c = B().m()
print(c(), c(), list(g(4)), [*map(lambda q: q + 1, (1, 2))])
match {"k": [1, 2, 3]}:
    case {"k": [a, *rest]}:
        print(a, rest)
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError as e:
    print(e.exceptions)
except* KeyError as e:
    print(e.exceptions)
"""
code = marshal.loads(marshal.dumps(compile(text, "text.py", "exec")))
print(code.co_filename)
exec(code, {"__name__": "m"})
function = type(lambda: 0)
twice = marshal.loads(marshal.dumps((lambda x, n=2: x * n + k).__code__))
print(function(twice, {"k": 1})(4, 5), function(twice, {"k": 10})("ab" and 3, 2))
