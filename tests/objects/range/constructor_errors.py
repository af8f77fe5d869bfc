def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('range()')
attempt('range(1, 2, 3, 4)')
attempt('range("a")')
attempt('range(1.0)')
attempt('range(1, 2, 0)')
attempt('range(None)')
attempt('range(stop=1)')
