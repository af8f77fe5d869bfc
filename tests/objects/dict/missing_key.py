def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('{}["a"]')
attempt('{1: 2}[3]')
attempt('{}[(1, 2)]')
attempt('{}[None]')
attempt('{1: 1}[[]]')
attempt('{}[{}]')
attempt('{}.pop(1)')
attempt('{}.popitem()')
