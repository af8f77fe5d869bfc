def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[].index(1)')
attempt('[1, 2].index(3)')
attempt('[1, 2].index(1, 1)')
attempt('[1, 2, 3].index(3, 0, 2)')
attempt("['a'].index('b')")
attempt('[1].index()')
