def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('[f("abc") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric, str.isspace)]')
attempt('[f("") for f in (str.isalpha, str.isalnum, str.isdigit, str.isspace, str.islower, str.isupper, str.istitle, str.isprintable, str.isascii, str.isidentifier)]')
attempt('[f("123") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[f("²") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[f("½") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[f("٣") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[f("漢") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[f("五") for f in (str.isalpha, str.isalnum, str.isdigit, str.isdecimal, str.isnumeric)]')
attempt('[s.isspace() for s in (" ", "\\t\\n", "\\u2003", "\\u200b", "\\x1c", " a")]')
attempt('[s.islower() for s in ("a", "a1", "1", "aB", "é", "ǅ", "ª")]')
attempt('[s.isupper() for s in ("A", "A1", "1", "Ab", "É", "ǅ", "Ⅷ")]')
attempt('[s.istitle() for s in ("A", "Ab Cd", "AB", "ab", "A1b", "A1B", "ǅ", "ǅa", "1", "A b")]')
attempt('[s.isprintable() for s in ("a b", "a\\n", "\\x7f", "é", "\\u200b", "\\ue000", "\\u00a0", "😀")]')
attempt('[s.isascii() for s in ("abc", "é", "\\x7f", "\\x80")]')
attempt('[s.isidentifier() for s in ("a", "_", "1a", "a1", "é", "a-b", "a b", "ªa", "class", "·a", "a·")]')
