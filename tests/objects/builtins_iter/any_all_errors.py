def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('any(1)')
attempt('all(None)')
attempt('any()')
attempt('all([], [])')
