def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('dict(1)')
attempt('dict([1])')
attempt('dict([(1, 2, 3)])')
attempt('dict(["abc"])')
attempt('dict([(1,)])')
attempt('dict([([], 1)])')
attempt('dict({}, {})')
attempt('dict(None)')
