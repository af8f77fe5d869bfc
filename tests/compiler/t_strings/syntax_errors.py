# expect: hand, because CPython 3.12 has no t-strings
for text in ("t'{}'", "t'{ }'", "t'{'", "t'}'", "t'{x'", "t'{x!z}'", "t'{x!}'", "t'{x:{y}'", "t'abc",
             "t\'\'\'abc", "t'{a b}'", "t'{1 +}'", "t'{lambda x: 1}'", "t'a' 'b'", "'a' t'b'",
             "f'a' t'b'", "t'a' b'b'", "bt'a'", "tf'a'", "ut'a'", "t'{x!r y}'", "t'{)}'",
             "t'{@}'", "t'' = 1"):
    try:
        compile(text, "f", "exec")
        print("fine", text)
    except SyntaxError as e:
        print(text, "->", e.msg)
