import struct


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('struct.unpack("<bBhHiIqQ", bytes(range(200, 230)))')
attempt('struct.unpack(">bBhHiIqQ", bytes(range(200, 230)))')
attempt('struct.unpack("<h", b"\\xff\\xff"), struct.unpack("<H", b"\\xff\\xff"), struct.unpack("<h", bytearray(b"ab")), struct.unpack("<h", memoryview(b"xaby")[1:3])')
attempt('struct.unpack("<3s2h", b"abc\\x01\\x00\\x02\\x00"), struct.unpack("<3sc", b"abcd"), struct.unpack("<0s", b"")')
attempt('struct.unpack("<4p", b"\\x02abc"), struct.unpack("<4p", b"\\x09abc"), struct.unpack("<4p", b"\\x00abc")')
attempt('struct.unpack("<2x?c", b"ab\\x05c"), struct.unpack("<3?", b"\\x00\\x01\\xff")')
attempt('struct.unpack("", b""), struct.unpack("<3x", b"abc")')
attempt('struct.unpack("<q", b"\\xff" * 8), struct.unpack("<Q", b"\\xff" * 8), struct.unpack("<q", b"\\x00" * 7 + b"\\x80")')
attempt('struct.unpack("<I", b"\\xff" * 4), struct.unpack("<i", b"\\x00\\x00\\x00\\x80")')
attempt('struct.unpack("<h", b"a")')
attempt('struct.unpack("<h", b"abc")')
attempt('struct.unpack("<h", 5.0)')
attempt('struct.unpack("<h", 5)')
attempt('struct.unpack("z", b"a")')
attempt('struct.unpack("<h")')
attempt('struct.unpack_from("<h", b"abcd"), struct.unpack_from("<h", b"abcd", 2), struct.unpack_from("<h", b"abcd", -2), struct.unpack_from("<h", buffer=b"abcd", offset=1)')
attempt('struct.unpack_from("<h", b"abcd", 3)')
attempt('struct.unpack_from("<h", b"abcd", -1)')
attempt('struct.unpack_from("<h", b"abcd", -5)')
attempt('struct.unpack_from("<h", b"abcd", 10)')
attempt('struct.unpack_from("<h", 5.0)')
attempt('struct.unpack_from("<h", b"abcd", "x")')
attempt('list(struct.iter_unpack("<h", b"abcdef")), list(struct.iter_unpack("<h", b""))')
attempt('struct.iter_unpack("<h", b"abcdef").__length_hint__()')
attempt('struct.iter_unpack("<h", b"abc")')
attempt('struct.iter_unpack("", b"")')
attempt('struct.calcsize("<bhiq"), struct.calcsize(">3s4p2x"), struct.calcsize(""), struct.calcsize("<0h"), struct.calcsize("< h h"), struct.calcsize(b"<h")')
attempt('struct.calcsize("@bh"), struct.calcsize("bi"), struct.calcsize("=bi"), struct.calcsize("b0i"), struct.calcsize("bq") - struct.calcsize("q"), struct.calcsize("c3h")')
attempt('struct.calcsize("z")')
attempt('struct.calcsize("99999999999999999999h")')
attempt('struct.calcsize("3")')
attempt('struct.calcsize(5)')
