def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('"abc"')
attempt('"it\'s"')
attempt('\'say "hi"\'')
attempt('"it\'s \\"both\\""')
attempt('"a\\\\b"')
attempt('"\\n\\r\\t\\0\\x1b\\x7f"')
attempt('"\\x80\\xa0\\xad\\xff"')
attempt('"é€😀"')
attempt('"\\u200b\\u2028\\ue000\\ufeff"')
attempt('"\\U000e0001\\U0010ffff"')
attempt('"\\ud800\\udfff"')
attempt('ascii("aé€😀\\n\'")')
attempt('ascii("\\x7f\\x80")')
attempt('str("é"), str(5), str(None), str([1, "a"])')
