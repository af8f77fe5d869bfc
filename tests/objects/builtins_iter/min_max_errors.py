def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('min()')
attempt('max(1)')
attempt('min([])')
attempt('max(())')
attempt('min(1, "a")')
attempt('min(1, 2, default=3)')
attempt('max([1], key=1)')
attempt('min([], key=len)')
