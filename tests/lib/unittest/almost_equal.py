import unittest

case = unittest.TestCase()


def told(method, *args, **kwargs):
    try:
        getattr(case, method)(*args, **kwargs)
        print(method, args, kwargs, "holds")
    except (AssertionError, TypeError) as error:
        print(f"{method}: {type(error).__name__}: {error}")


told("assertAlmostEqual", 1.0, 1.00000001)
told("assertAlmostEqual", 1.0, 1.5)
told("assertAlmostEqual", 1.0, 1.004, places=2)
told("assertAlmostEqual", 1.0, 1.25, delta=0.25)
told("assertAlmostEqual", 1.0, 1.5, delta=0.25)
told("assertAlmostEqual", 1, 2, 3, None, 4)
told("assertAlmostEqual", float("inf"), float("inf"))
told("assertNotAlmostEqual", 1.0, 1.00000001)
told("assertNotAlmostEqual", 1.0, 2.0)
told("assertNotAlmostEqual", 1.0, 1.125, delta=0.25)
told("assertNotAlmostEqual", 1.0, 2.0, delta=0.25)
