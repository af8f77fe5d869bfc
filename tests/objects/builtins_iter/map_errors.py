def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('map()')
attempt('map(int)')
attempt('map(int, 1)')
attempt('list(map(1, [1]))')
attempt('list(map(int, ["a"]))')
