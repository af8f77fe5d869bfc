import unittest


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no such board")

    @classmethod
    def tearDownClass(cls):
        print("never")

    def test_a(self):
        print("never")

    test_b = test_a


class Skipped(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("no wires")

    def test_a(self):
        print("never")


result = unittest.TestResult()
loader = unittest.TestLoader()
for kind in (Broken, Skipped):
    loader.loadTestsFromTestCase(kind).run(result)
print(result.testsRun)
print([(str(test), text.strip().split("\n")[-1]) for test, text in result.errors])
print([(str(test), reason) for test, reason in result.skipped])
