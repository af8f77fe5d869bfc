def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


c = bytes
x = c(b"banana")

attempt('x.find(b"an")')
attempt('x.find(b"an", 2)')
attempt('x.find(97)')
attempt('x.find(b"")')
attempt('x.find(b"", 6), x.find(b"", 7)')
attempt('x.find(b"z"), x.find(122)')
attempt('x.rfind(b"an"), x.rfind(97), x.rfind(b"", 0, 3)')
attempt('x.index(b"na"), x.rindex(b"na")')
attempt('x.index(b"z")')
attempt('x.rindex(122)')
attempt('x.count(b"a"), x.count(97), x.count(b""), x.count(b"ana"), x.count(b"a", 2, 4)')
attempt('x.find(b"a", -3, None), x.find(b"a", None, -5)')
attempt('x.startswith(b"ba"), x.startswith((b"x", b"ba")), x.startswith(b""), x.startswith(b"", 7), x.startswith(b"na", 2)')
attempt('x.endswith(b"na"), x.endswith(()), x.endswith(b"n", 0, 3)')
attempt('b"an" in x, 97 in x, b"" in x, 122 in x')
attempt('x.find("a")')
attempt('x.find(300)')
attempt('x.find(-1)')
attempt('x.find(1.5)')
attempt('x.count("a")')
attempt('x.startswith("a")')
attempt('x.startswith(("a",))')
attempt('x.endswith(1)')
attempt('"a" in x')
attempt('256 in x')
attempt('None in x')
attempt('x.find(bytearray(b"n")), x.find(memoryview(b"n"))')
