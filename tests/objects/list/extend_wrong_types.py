def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[].extend(1)')
attempt('[].extend(None)')
attempt('[].extend()')
attempt('[].extend([1], [2])')
