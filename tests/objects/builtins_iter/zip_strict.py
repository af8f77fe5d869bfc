for args in (("abc", "ab"), ("ab", "abc"), ("ab", "ab", "a"), ("a", "a", "ab"), ("", "", "x")):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
