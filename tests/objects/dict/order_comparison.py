def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('{} < {}')
attempt('{1: 1} >= {1: 1}')
attempt('{} > 1')
