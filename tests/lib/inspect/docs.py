import inspect


class A:
    """First.

        Indented
      Less
    """

    def m(self):
        """of A.m"""

    @property
    def p(self):
        """of A.p"""


class B(A):
    def m(self):
        pass

    @property
    def p(self):
        return 1


print(repr(inspect.getdoc(A)), repr(inspect.getdoc(B)))
print(inspect.getdoc(B.m), inspect.getdoc(B().m), inspect.getdoc(B.p), inspect.getdoc(lambda: 0))
for text in ("", "one", "  one  ", "\n\n  a\n    b\n\n", "a\n\tb\n\t\tc", "a\n  b\n c\n   "):
    print(repr(inspect.cleandoc(text)))
