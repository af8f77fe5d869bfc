def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[1, "a"].sort()')
attempt('[None, None].sort()')
attempt('sorted([1, [2]])')
attempt('sorted([{}, {}])')
attempt('[].sort(1)')
attempt('[].sort(foo=1)')
attempt('[1, 2].sort(key=1)')
