# exit: 1
# stderr-has: FAILED (failures=1
import unittest


class Case(unittest.TestCase):
    def test_a(self):
        self.fail("a")


unittest.main()
