import unittest


class Case(unittest.TestCase):
    def test_a(self):
        print("a")

    def test_b(self):
        for i in range(3):
            with self.subTest(i=i):
                print("b", i)
                self.assertNotEqual(i, 1)

    def test_c(self):
        print("never")


result = unittest.TestResult()
result.failfast = True
unittest.TestLoader().loadTestsFromTestCase(Case).run(result)
print(result, result.shouldStop)
