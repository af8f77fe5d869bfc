from collections import namedtuple

P = namedtuple("P", "x y")


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('P(1)')
attempt('P()')
attempt('P(1, 2, 3)')
attempt('P(1, z=2)')
attempt('P(1, 2, x=2)')
attempt('P._make([1])')
attempt('P(1, 2)._replace(z=1)')
attempt('P(1, 2).z')
attempt('namedtuple("P", "x x")')
attempt('namedtuple("P", "_x")')
attempt('namedtuple("P", "class")')
attempt('namedtuple("1P", "a")')
attempt('namedtuple("P", "1a")')
attempt('namedtuple("P", ["a", 1])')
attempt('namedtuple("P", "a", defaults=[1, 2])')
attempt('namedtuple("P", 5)')
attempt('namedtuple("X", "a b c")()')
