x: int = 1
y: "later"
(z): float = 2.5
print(__annotations__)
class A:
    a: int
    b: str = "s"
    __c: int = 3
    def f(self):
        local: undefined_name = 1
        self.q: undefined_too
        return local
print(A.__annotations__, A.b, A().f() if 0 else "")
class B(A): pass
print(B.__annotations__ == {} or B.__annotations__ is A.__annotations__)
d = {}
d["k"]: int = 5
A.attr: str = "v"
print(d, A.attr)
def f():
    w: int
    try:
        w
    except UnboundLocalError as e:
        print(e)
f()
def g(a: 1 + 1, *b: "x", c: list[int] = None, **d: None) -> "r": pass
print(g.__annotations__)
print((lambda a, b: a).__annotations__)
try:
    undefined: undefined2 = 1
except NameError as e:
    print(e)
print(undefined)
