T = type("T", (), {"x": 1, "m": lambda self: self.x})
print(T().m(), T.__name__, T.__module__, T.__qualname__, type(T), type(5) is int)
U = type("U", (T,), dict(y=2), )
print(U().x, U.y)
for f in (lambda: type(1, (), {}), lambda: type("X", 5, {}), lambda: type("X", (), 5), lambda: type(), lambda: type("X", ())):
    try:
        f()
    except TypeError as e:
        print(e)
class V(T):
    pass
print(V.__bases__, V.__base__)
def init(self, v): self.v = v
W = type("W", (V,), {"__init__": init, "__doc__": "docW"})
print(W(4).v, W.__doc__)
W.__name__ = "Renamed"
print(W.__name__, W)
