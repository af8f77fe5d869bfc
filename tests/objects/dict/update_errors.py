def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('{}.update(1)')
attempt('{}.update([1])')
attempt('{}.update([(1, 2, 3)])')
attempt('{}.update({}, {})')
attempt('{}.update([[]])')
