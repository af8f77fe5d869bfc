def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('str.maketrans("abc", "xyz")')
attempt('str.maketrans("abc", "xyz", "de")')
attempt('str.maketrans({"a": "1", 98: None, "é": 5})')
attempt('"abcde".translate(str.maketrans("abc", "xyz", "de"))')
attempt('"abc".translate({97: "AA", 98: None, 99: 0x20ac})')
attempt('"abc".translate({})')
attempt('"é€".translate({233: "e"})')
attempt('"abc".translate("x" * 97 + "ABC")')
attempt('"abc".translate([])')
attempt('"abc".translate({97: 1.5})')
attempt('"abc".translate({97: 0x110000})')
attempt('"abc".translate({97: -1})')
attempt('"abc".translate(5)')
attempt('str.maketrans("a")')
attempt('str.maketrans("ab", "c")')
attempt('str.maketrans({"ab": 1})')
attempt('str.maketrans({1.5: 1})')
attempt('str.maketrans(1, "b")')
attempt('str.maketrans("a", "b", 3)')
