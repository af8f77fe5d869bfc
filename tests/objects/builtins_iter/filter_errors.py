def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('filter()')
attempt('filter(None)')
attempt('filter(None, 1)')
attempt('list(filter(1, [1]))')
