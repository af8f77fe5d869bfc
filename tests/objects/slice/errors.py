def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('slice()')
attempt('slice(1, 2, 3, 4)')
attempt('slice(1, 2, 0).indices(3)')
attempt('slice(1).indices(-1)')
attempt('slice("a").indices(1)')
attempt('slice(1).indices("a")')
attempt('slice(1).start.x')
attempt('slice(1) < 1')
