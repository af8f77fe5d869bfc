def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('tuple(1)')
attempt('tuple(None)')
attempt('tuple(1, 2)')
attempt('tuple(iterable=[])')
