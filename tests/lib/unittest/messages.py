# What each assertion says when it does not hold.
import unittest

case = unittest.TestCase()


def told(method, *args, **kwargs):
    try:
        getattr(case, method)(*args, **kwargs)
    except AssertionError as error:
        print(f"{method}: {error}")
    else:
        print(f"{method}: holds")


told("fail", "no")
told("assertTrue", 0)
told("assertTrue", [1])
told("assertFalse", "x")
told("assertEqual", 1, 2)
told("assertEqual", 1, 1.0)
told("assertEqual", 1, 2, "why")
told("assertEqual", 1, 2, msg="why")
told("assertNotEqual", "a", "a")
told("assertIs", [], [])
told("assertIsNot", None, None)
told("assertIsNone", 0)
told("assertIsNotNone", None)
told("assertIn", 3, [1, 2])
told("assertNotIn", 1, [1, 2])
told("assertIsInstance", 1, str)
told("assertNotIsInstance", 1, (int, str))
told("assertGreater", 1, 1)
told("assertGreaterEqual", 1, 2)
told("assertLess", 1, 1)
told("assertLessEqual", 2, 1)
told("assertRegex", "abc", "x+")
told("assertNotRegex", "abc", "b.")
told("assertCountEqual", [1, 2, 2], [2, 1, 3])
told("assertCountEqual", [1, 2], (2, 1))
told("assertSetEqual", {1, 2}, {2, 3})
told("assertEqual", {1}, {1})
