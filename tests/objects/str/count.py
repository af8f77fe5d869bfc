def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('"banana".count("a")')
attempt('"banana".count("an")')
attempt('"banana".count("ana")')
attempt('"banana".count("a", 2)')
attempt('"banana".count("a", 2, 4)')
attempt('"banana".count("")')
attempt('"".count("")')
attempt('"banana".count("", 6)')
attempt('"banana".count("", 7)')
attempt('"éaéa".count("é")')
attempt('"éaéa".count("")')
attempt('"éaéa".count("é", 1)')
attempt('"aaaa".count("aa")')
attempt('"banana".count(1)')
attempt('"banana".count("a", -1)')
