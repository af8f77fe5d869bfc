e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.args)
try:
    e.add_note(3)
except TypeError as t:
    print(t)
e.custom = 5
print(e.custom, e.__dict__)
del e.custom
print(hasattr(e, "custom"))
e.args = (1, 2)
print(e.args, str(e))
e.args = [3]
print(e.args)
print(e.with_traceback(None) is e)
class Mine(KeyError, AttributeError):
    def __init__(self, x):
        super().__init__(x)
        self.x = x
m = Mine("q")
print(m, repr(m), m.x, m.args, isinstance(m, LookupError), isinstance(m, AttributeError), m.__dict__)
for i in range(80):
    setattr(m, "a%d" % i, i)
print(m.a0, m.a79, m.args)
try:
    raise Mine
except TypeError as t:
    print(t)
