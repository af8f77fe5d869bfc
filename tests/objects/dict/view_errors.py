def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('{}.keys() & 1')
attempt('{}.keys() < [1]')
attempt('{}.values() & {}')
attempt('{}.keys()[0]')
attempt('hash({}.keys())')
attempt('type({}.keys())()')
attempt('{}.keys() + {}.keys()')
attempt('{}.items().isdisjoint(1)')
