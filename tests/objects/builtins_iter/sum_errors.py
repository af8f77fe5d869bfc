def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('sum(1)')
attempt('sum(["a"])')
attempt('sum("ab", "")')
attempt('sum([1, "a"])')
attempt('sum()')
attempt('sum([[1]])')
