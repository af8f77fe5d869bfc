def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('list(1)')
attempt('list(None)')
attempt('list(1, 2)')
attempt('list(x=1)')
