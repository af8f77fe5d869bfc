A = type("A", (), {"x": 1, "f": lambda self: self.x})
print(A, A().f(), A.__name__, A.__qualname__, A.__bases__)
B = type("B", (A,), {"x": 2})
print(B().f(), B.__mro__ == (B, A, object), type(B) is type)
for args in [("A",), ("A", (), []), (1, (), {}), ("A", [], {})]:
    try:
        print(type(*args))
    except TypeError as e:
        print("TypeError:", e)
