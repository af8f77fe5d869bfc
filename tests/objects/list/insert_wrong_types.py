def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[].insert(1)')
attempt('[].insert("a", 1)')
attempt('[].insert(None, 1)')
attempt('[].insert(1.0, 1)')
attempt('[].insert(True, 1)')
