# stderr-has: OK
import unittest


class Case(unittest.TestCase):
    def test_a(self):
        print("a")


unittest.main()
