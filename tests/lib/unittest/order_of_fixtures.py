import io
import unittest


def setUpModule():
    print("module up")


def tearDownModule():
    print("module down")


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")
        cls.addClassCleanup(print, "class clean-up")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def setUp(self):
        print("up", self._testMethodName)
        self.addCleanup(print, "clean-up", 1)
        self.addCleanup(print, "clean-up", 2)

    def tearDown(self):
        print("down")

    def test_b(self):
        print("b")

    def test_a(self):
        print("a")
        self.fail()

    def helper(self):
        print("never")


class Second(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, "still cleaned")
        raise RuntimeError("set-up")

    def tearDown(self):
        print("never")

    def test_a(self):
        print("never")


program = unittest.main(testRunner=unittest.TextTestRunner(stream=io.StringIO()), exit=False)
print(program.result)
