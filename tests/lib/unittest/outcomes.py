import unittest


class Case(unittest.TestCase):
    def test_error(self):
        {}["x"]

    def test_failure(self):
        self.assertTrue(False)

    def test_ok(self):
        pass

    @unittest.skip("not now")
    def test_skip(self):
        print("never")

    @unittest.skipIf(True, "if")
    def test_skip_if(self):
        print("never")

    @unittest.skipIf(False, "if")
    @unittest.skipUnless(True, "unless")
    def test_skip_not(self):
        print("not skipped")

    @unittest.skipUnless(False, "unless")
    def test_skip_unless(self):
        print("never")

    def test_skip_within(self):
        self.skipTest("within")

    @unittest.expectedFailure
    def test_wanted(self):
        self.fail()

    @unittest.expectedFailure
    def test_wanted_in_vain(self):
        pass


@unittest.skip("whole class")
class Other(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("never")

    def test_x(self):
        print("never")


result = unittest.TestResult()
loader = unittest.TestLoader()
unittest.TestSuite(map(loader.loadTestsFromTestCase, (Case, Other)))(result)
print(result.wasSuccessful())
for name in ("errors", "failures", "skipped", "expectedFailures"):
    for test, text in getattr(result, name):
        print(name, test, text.strip().split("\n")[-1])
print(result.unexpectedSuccesses)
print(Case("test_ok").shortDescription())
print(repr(Case("test_ok")), Case("test_ok") == Case("test_ok"), Case("test_ok").countTestCases())
try:
    Case("test_nothing")
except ValueError as error:
    print(error)
