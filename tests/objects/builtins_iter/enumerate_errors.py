def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('enumerate(1)')
attempt('enumerate([], "a")')
attempt('enumerate([], 1.0)')
attempt('enumerate([], 1, 2)')
attempt('list(enumerate(iterable="a", start=2))')
