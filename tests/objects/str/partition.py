def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('"a-b-c".partition("-")')
attempt('"a-b-c".rpartition("-")')
attempt('"abc".partition("-")')
attempt('"abc".rpartition("-")')
attempt('"-".partition("-")')
attempt('"a::b".partition("::")')
attempt('"é€é".partition("€")')
attempt('"é€é".rpartition("é")')
attempt('"".partition("x")')
attempt('"abc".partition("")')
attempt('"abc".rpartition("")')
attempt('"abc".partition(1)')
attempt('"abc".partition()')
