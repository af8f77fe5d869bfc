def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[].pop()')
attempt('[1].pop(1)')
attempt('[1].pop(-2)')
attempt('[1].pop("a")')
attempt('[1].pop(None)')
