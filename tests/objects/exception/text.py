for e in [ValueError(), ValueError("x"), ValueError("x", 1), KeyError("k"), KeyError(), KeyError(1, 2),
          KeyError(("a",)), OSError(2, "No such file"), OSError(2, "No such file", "f.txt"), OSError("just text"),
          OSError(13, "Denied", "a", None, "b"), StopIteration(5), SystemExit(3), IndexError("i"),
          AttributeError("a"), ImportError("no", name="m"), BaseException("b"), Exception(None), Exception([1])]:
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
class MyError(Exception):
    pass
class Named(Exception):
    def __str__(self): return "named!"
class WithInit(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
print(repr(MyError("m")), str(MyError("m", 2)), str(Named(1)), repr(Named(1)))
w = WithInit(1, 2)
print(w.args, w.b, str(w), repr(w))
