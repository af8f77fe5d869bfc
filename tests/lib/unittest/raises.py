import re
import unittest

case = unittest.TestCase()


def tell(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def fails(text="a number 7", *, kind=ValueError):
    raise kind(text)


def quiet():
    pass


def in_with(expected, function, **kwargs):
    with case.assertRaises(expected, **kwargs) as context:
        function()
    return repr(context.exception)


tell(lambda: case.assertRaises(ValueError, fails))
tell(lambda: case.assertRaises(KeyError, fails, "x", kind=KeyError))
tell(lambda: case.assertRaises(ValueError, quiet))
tell(lambda: case.assertRaises((ValueError, KeyError), quiet))
tell(lambda: case.assertRaises(KeyError, fails))
tell(lambda: in_with(ValueError, fails))
tell(lambda: in_with(Exception, fails))
tell(lambda: in_with(ValueError, quiet))
tell(lambda: in_with(ValueError, quiet, msg="why"))
tell(lambda: in_with(KeyError, fails))
tell(lambda: in_with(3, fails))
tell(lambda: in_with(ValueError, fails, other=1))
tell(lambda: case.assertRaisesRegex(ValueError, "number [0-9]", fails))
tell(lambda: case.assertRaisesRegex(ValueError, re.compile("^number"), fails))
tell(lambda: case.assertRaisesRegex(ValueError, "number", quiet))
