def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('str()')
attempt('str("a")')
attempt('str(5)')
attempt('str(b"abc")')
attempt('str(b"abc", "utf-8")')
attempt('str(b"abc", encoding="ascii")')
attempt('str(b"a\\xff", "utf-8", "replace")')
attempt('str(bytearray(b"abc"), "ascii")')
attempt('str(memoryview(b"abc"), "ascii")')
attempt('str(object="a")')
attempt('str(b"abc", errors="strict")')
attempt('str("a", "utf-8")')
attempt('str(5, "utf-8")')
attempt('str(b"a", 5)')
attempt('str(b"a", "utf-8", "strict", 4)')
attempt('str(b"\\xff", "ascii")')
attempt('str(errors="x")')
