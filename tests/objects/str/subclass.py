class Name(str):
    tag = "t"

    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text)
        self.extra = extra
        return self

    def shout(self):
        return self.upper() + "!"


n = Name("anna", 7)
print(n, repr(n), len(n), n.extra, n.shout(), n.tag)
print(type(n + "x").__name__, type(n[0:4]).__name__, type(n.strip()).__name__, type(str(n)).__name__)
print(type(n.lower()).__name__, type(n.replace("x", "y")).__name__, type(n * 1).__name__)
print(n == "anna", hash(n) == hash("anna"), {n: 1}["anna"], n in ["anna"])
print("%s" % n, "{}".format(n), f"{n:>6}", ",".join([n]), type(",".join([n])).__name__)
n.other = [1]
print(n.other, n.__dict__)


class Shown(str):
    def __str__(self):
        return "shown"

    def __repr__(self):
        return "repr!"

    def __format__(self, spec):
        return "format:" + spec


s = Shown("x")
print(str(s), repr(s), "%s %r" % (s, s), "{} {:5} {!r} {!s}".format(s, s, s, s), f"{s}")
print(str.__str__(s), s + "y")
print(isinstance(n, str), issubclass(Name, str))
