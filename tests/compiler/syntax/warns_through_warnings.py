# expect: hand, because CPython finds its own module before the one that stands here
import sys
class Warnings:
    def warn_explicit(self, message, category, filename, lineno):
        print(message, category.__name__, filename, lineno)
sys.modules["warnings"] = Warnings()
exec(compile("x = 1\nprint(x is 1)", "some.py", "exec"))
class Refuse:
    def warn_explicit(self, message, category, filename, lineno):
        raise category(message)
sys.modules["warnings"] = Refuse()
try:
    compile("x is 'a'", "some.py", "eval")
except SyntaxWarning as e:
    print(repr(e))
