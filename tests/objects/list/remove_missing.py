def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[].remove(1)')
attempt('[1, 2].remove("1")')
attempt('[1].remove()')
