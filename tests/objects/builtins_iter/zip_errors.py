def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('zip(1)')
attempt('zip("a", None)')
attempt('zip("a", wrong=1)')
