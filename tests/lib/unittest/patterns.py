import io
import unittest


class Case(unittest.TestCase):
    def test_read(self):
        print("read")

    def test_write(self):
        print("write")

    def test_write_all(self):
        print("write all")


for argv in (["x"], ["x", "-k", "read"], ["x", "-k", "*write"], ["x", "-k", "read", "-k", "all"],
             ["x", "Case.test_write"], ["x", "Case"], ["x", "-v", "Case.test_read"]):
    print(argv)
    unittest.main(argv=argv, exit=False, testLoader=unittest.TestLoader(),
                  testRunner=unittest.TextTestRunner(io.StringIO()))
