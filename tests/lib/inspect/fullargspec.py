import inspect


def f(a, b: int = 1, *args, c, d=3, **kw) -> str:
    pass


class C:
    def m(self, x, *, y=1):
        pass


print(inspect.getfullargspec(f))
print(inspect.getfullargspec(C().m), inspect.getfullargspec(C.m).args, inspect.getfullargspec(lambda: 0))
print(sorted(inspect.getcallargs(f, 1, c=2).items()), inspect.getcallargs(C().m, 5)["x"])
try:
    inspect.getfullargspec(3)
except TypeError as e:
    print(e)


def g(a: "int", b: "C"):
    pass


class D:
    x: int
    y: "str"


print(inspect.get_annotations(g), inspect.get_annotations(g, eval_str=True)["a"], inspect.get_annotations(D, eval_str=True))
print(inspect.signature(g), inspect.signature(g, eval_str=True), inspect.get_annotations(lambda: 0))
try:
    inspect.get_annotations(3)
except TypeError as e:
    print(e)
