def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('reversed(1)')
attempt('reversed({1})')
attempt('reversed(iter([]))')
attempt('reversed(x for x in [])')
