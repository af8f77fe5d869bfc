import inspect


class A:
    x = 1

    def m(self):
        pass

    @property
    def p(self):
        return "computed"

    def __getattr__(self, name):
        return "dynamic"


class B(A):
    def __init__(self):
        self.y = 2


def public(pairs):
    return [(name, value) for name, value in pairs if not name.startswith("__")]


b = B()
print(public(inspect.getmembers(b, lambda value: not inspect.ismethod(value))))
print([name for name, _ in public(inspect.getmembers(B, inspect.isfunction))])
print(b.z, inspect.getattr_static(b, "z", "none"), inspect.getattr_static(b, "x"), inspect.getattr_static(b, "y"))
print(inspect.getattr_static(b, "p") is A.__dict__["p"], inspect.getattr_static(B, "m") is A.m)
print([name for name, value in public(inspect.getmembers_static(b)) if isinstance(value, property)])
try:
    inspect.getattr_static(b, "missing")
except AttributeError as e:
    print(e)
print([cls.__name__ for cls in inspect.getmro(B)], inspect.getmodule(B).__name__, inspect.getmodule(inspect) is inspect)
