def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('hash(b"ab") == hash(b"a" + b"b"), hash(b"") == hash(bytes())')
attempt('{b"a": 1}[b"a"], b"a" in {b"a"}, "a" in {b"a"}')
attempt('hash(memoryview(b"ab")) == hash(b"ab")')
attempt('{b"a": 1}[memoryview(b"a")]')
attempt('b"abc".__getnewargs__()')
attempt('b"a".__bytes__()')
attempt('hash(bytearray(b"a"))')
attempt('{bytearray(): 1}')
