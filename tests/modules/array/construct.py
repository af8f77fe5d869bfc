from array import array


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('array("b"), array("h", [1, -2, 3]), array("B", b"ab"), array("h", bytearray(b"ab\\x00\\x00")), array("i", (1, 2))')
attempt('array("h", range(3)), array("h", (x for x in (4, 5))), array("h", array("b", [1, -1])), array("B", memoryview(b"xy"))')
attempt('array("q", [1 << 62, -(1 << 63)]), array("Q", [(1 << 64) - 1]), array("I", [4294967295]), array("l", [-5]), array("L", [5])')
attempt('array("h", [True, False]), array("h", [])')
attempt('len(array("h", [1, 2])), array("h").itemsize, array("b").typecode, array("Q").itemsize, array("i", [1]).itemsize')
attempt('array("h", ["a"])')
attempt('array("h", [1.5])')
attempt('array("h", [None])')
attempt('array("h", b"abc")')
attempt('array("h", "ab")')
attempt('array("h", 5)')
attempt('array(5)')
attempt('array("hh")')
