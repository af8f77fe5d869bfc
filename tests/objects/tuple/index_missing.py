def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('(1, 2).index(3)')
attempt('().index(1)')
attempt('(1, 2).index(1, 1)')
attempt('(1,).index()')
attempt('(1,).count()')
