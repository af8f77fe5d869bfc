# expect: hand, because CPython's help() is another
class A:
    """What A is."""

    x = 1

    def __repr__(self):
        return "<A>"


help(A())
try:
    exit(3)
except SystemExit as e:
    print(e.code)
