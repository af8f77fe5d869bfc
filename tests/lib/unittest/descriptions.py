import unittest


class Case(unittest.TestCase):
    def test_told(self):
        """What it is about.

        More of it."""

    def test_plain(self):
        pass


for test in (Case("test_told"), Case("test_plain")):
    print(test.shortDescription(), test.id(), test)


def check():
    """Says little."""
    print("checked")


function = unittest.FunctionTestCase(check, lambda: print("up"), lambda: print("down"))
function.run()
print(function.shortDescription(), function.id(), function)
