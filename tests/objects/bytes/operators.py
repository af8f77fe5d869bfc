def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


c = bytes
x = c(b"banana")

attempt('c(b"ab") + b"cd", c(b"ab") + bytearray(b"cd"), c(b"ab") + memoryview(b"cd"), type(b"ab" + c(b"cd")).__name__, type(c(b"ab") + b"").__name__')
attempt('c(b"ab") * 3, 2 * c(b"ab"), c(b"ab") * 0, c(b"ab") * -1, c(b"ab") * True')
attempt('x[0], x[-1], x[1:3], x[::-1], x[::2], x[10:], x[-100:2], x[4:1:-2], x[3:1]')
attempt('len(x), list(c(b"ab")), list(reversed(c(b"ab"))), bool(c(b"")), bool(c(b"a"))')
attempt('c(b"a") == b"a", c(b"a") == bytearray(b"a"), c(b"a") == memoryview(b"a"), c(b"a") == "a", c(b"a") != b"b", c(b"a") == [97]')
attempt('c(b"a") < b"b", c(b"a") < b"ab", c(b"b") > bytearray(b"ab"), c(b"") <= b"", c(b"\\xff") > b"\\x00"')
attempt('sorted([c(b"b"), c(b"a"), c(b"")])')
attempt('c(b"it\'s"), c(b\'"\'), c(b"\'\\""), c(b"\\x00\\n\\r\\t\\\\\\x7f\\xff"), str(c(b"a"))')
attempt('c(b"ab") + "cd"')
attempt('c(b"ab") + 1')
attempt('"a" + c(b"b")')
attempt('c(b"a") * "b"')
attempt('c(b"a") * 1.5')
attempt('c(b"a") < "a"')
attempt('c(b"a") >= None')
attempt('x["a"]')
attempt('x[1.5]')
attempt('x[100]')
attempt('x[-100]')
attempt('x[::0]')
attempt('x.nope')
