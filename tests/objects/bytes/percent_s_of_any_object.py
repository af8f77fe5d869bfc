# expect: hand: as in MicroPython; CPython wants bytes for %s, as for %b
class Named:
    def __bytes__(self):
        return b"as bytes"

    def __str__(self):
        return "as str"


class Text:
    def __str__(self):
        return "caf\u00e9"


print(b"%s /%s HTTP/1.1" % ("GET", "index"))
print(b"%s: %s" % ("Age", 5), b"%s" % None, b"%s" % 1.5)
print(b"%s" % Named(), b"%s" % Text(), b"%6s|%.2s" % ("ab", "\u00e9x"))
print(bytearray(b"%s") % "z")


class Bad:
    def __str__(self):
        raise ValueError("no text")


try:
    b"%s" % Bad()
except ValueError as e:
    print(e)
