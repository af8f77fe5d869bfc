import unittest


class Case(unittest.TestCase):
    def test_numbers(self):
        for number in range(4):
            with self.subTest(number=number):
                self.assertEqual(number % 2, 0)
        print("the loop ended")

    def test_nested(self):
        with self.subTest("outer", a=1):
            with self.subTest(b=2):
                self.fail("inner")
            print("after inner")
        with self.subTest("only a message"):
            raise KeyError("k")
        with self.subTest():
            self.fail()

    @unittest.expectedFailure
    def test_wanted(self):
        with self.subTest(x=1):
            self.fail()
        print("never")

    def test_skips(self):
        with self.subTest(x=1):
            self.skipTest("one")
        print("goes on")


result = unittest.TestResult()
unittest.TestLoader().loadTestsFromTestCase(Case).run(result)
print(result)
for test, text in result.failures + result.errors:
    print(test, "|", text.strip().split("\n")[-1])
print(len(result.expectedFailures), [(str(test), why) for test, why in result.skipped])
