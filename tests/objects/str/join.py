def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('",".join([])')
attempt('",".join(["a"])')
attempt('",".join(["a", "b", "c"])')
attempt('"".join(("a", "b"))')
attempt('", ".join("abc")')
attempt('",".join(str(i) for i in range(5))')
attempt('"é".join(["€", "x"])')
attempt('",".join({"a": 1, "b": 2})')
attempt('",".join(["a", 1])')
attempt('",".join([b"a"])')
attempt('",".join(5)')
attempt('",".join(None)')
attempt('",".join()')
