# expect: hand, because the summary has the peer's form: no time, and both counts
import io
import unittest


class Case(unittest.TestCase):
    def test_a(self):
        pass

    def test_b(self):
        self.assertEqual(1, 2)

    def test_c(self):
        int("x")

    @unittest.skip("why")
    def test_d(self):
        pass


loader = unittest.TestLoader()
for verbosity in (1, 2):
    stream = io.StringIO()
    unittest.TextTestRunner(stream, verbosity=verbosity).run(loader.loadTestsFromTestCase(Case))
    print(stream.getvalue().replace(__file__, "report.py"))
for names in (["test_a"], ["test_a", "test_d"], []):
    stream = io.StringIO()
    unittest.TextTestRunner(stream).run(unittest.TestSuite(map(Case, names)))
    print(stream.getvalue().replace(__file__, "report.py"))
