def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[1] < (1,)')
attempt('[1] < ["a"]')
attempt('[None] > [None, 1]')
attempt('[None, 1] < [None, 2]')
attempt('[] < 1')
