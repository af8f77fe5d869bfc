import unittest
import warnings

case = unittest.TestCase()


def old():
    warnings.warn("use new()", DeprecationWarning)


case.assertWarns(DeprecationWarning, old)
with case.assertWarns(DeprecationWarning) as context:
    old()
print(context.warning, context.lineno)
case.assertWarnsRegex(DeprecationWarning, "new", old)
for action in (lambda: case.assertWarns(UserWarning, print),
               lambda: case.assertWarnsRegex(DeprecationWarning, "newer", old),
               lambda: case.assertWarns(int, old)):
    try:
        action()
    except (AssertionError, TypeError) as error:
        print(error)
