def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('"".splitlines()')
attempt('"a".splitlines()')
attempt('"a\\nb".splitlines()')
attempt('"a\\nb\\n".splitlines()')
attempt('"a\\n\\nb".splitlines()')
attempt('"a\\r\\nb\\rc\\n\\rd".splitlines()')
attempt('"a\\nb\\n".splitlines(True)')
attempt('"a\\r\\nb\\rc".splitlines(keepends=True)')
attempt('"\\n".splitlines()')
attempt('"\\r\\n".splitlines(True)')
attempt('"a\\x0bb\\x0cc\\x1cd\\x1de\\x1ef\\x85g\\u2028h\\u2029i".splitlines()')
attempt('"é\\n€".splitlines(True)')
attempt('"a".splitlines(1, 2)')
