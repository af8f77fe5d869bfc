def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('"a" == "a", "a" == "b", "a" != "b", "a" == 1, "a" == b"a", "a" is None')
attempt('"a" < "b", "a" < "ab", "b" > "ab", "" < "a", "a" <= "a", "a" >= "b"')
attempt('"é" > "z", "€" > "é", "😀" > "€", "\\ud800" < "\\uffff"')
attempt('"a" < 1')
attempt('"a" >= None')
attempt('"a" < b"a"')
attempt('hash("abc") == hash("ab" + "c"), hash("é") == hash("\\xe9")')
attempt('{"a": 1}["a"], "b" in {"a", "b"}')
attempt('sorted(["b", "é", "a", "", "B", "10", "9"])')
attempt('min("hello"), max("hello")')
