def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('iter(1)')
attempt('iter()')
attempt('iter(1, 2)')
attempt('iter(None)')
attempt('next(1)')
attempt('next([])')
attempt('next(iter([]))')
attempt('next(iter([]), 5)')
attempt('next()')
attempt('len(1)')
attempt('len()')
attempt('len(iter([]))')
