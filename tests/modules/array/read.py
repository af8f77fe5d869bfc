from array import array

a = array("h", [1, 2, 3, 2])


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('a[0], a[-1], a[1:3], a[::-1], a[::2], a[5:], len(a), list(a), a.tolist(), a.tobytes()')
attempt('a.count(2), a.count(9), a.index(2), a.index(2, 2), 2 in a, 9 in a, "x" in a, 2.0 in a')
attempt('a + array("h", [9]), a * 2, 2 * a, a * 0, a * -1')
attempt('a == array("h", a), a == array("b", a), a != array("h"), a == [1, 2, 3, 2], a < array("h", [1, 3]), a >= array("h", [1, 2]), array("h") < a')
attempt('bytes(a), bytearray(a), memoryview(a).format, memoryview(a).itemsize, memoryview(a)[1], memoryview(a).nbytes')
attempt('a.buffer_info()[1], a.__copy__(), list(reversed(a)), sum(a), max(a), sorted(a), bool(array("h")), [x for x in a]')
attempt('array("B", b"ab") == bytearray(b"ab"), bytearray(b"ab") == array("B", b"ab"), b"ab" == array("B", b"ab")')
attempt('a[10]')
attempt('a["x"]')
attempt('a[1.5]')
attempt('a[::0]')
attempt('a.index(9)')
attempt('a.index(1, 1)')
attempt('a + [1]')
attempt('a + array("b", [1])')
attempt('[1] + list(a)')
attempt('a * "x"')
