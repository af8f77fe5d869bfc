def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('set().remove(1)')
attempt('set().pop()')
attempt('{[]}')
attempt('set().add({})')
attempt('set(1)')
attempt('set(1, 2)')
attempt('set().remove([])')
attempt('[] in set()')
attempt('hash(set())')
attempt('frozenset([[]])')
