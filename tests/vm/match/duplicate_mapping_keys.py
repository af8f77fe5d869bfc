for key in ("'a'", "1", "-1", "None", "True", "b'x'"):
    try:
        compile(f"match x:\n case {{{key}: 1, 'z': 3, {key}: 2}}: pass", "f", "exec")
    except SyntaxError as e:
        print(e.msg)
compile("match x:\n case {1: a, '1': b, b'1': c, -1: d, 1.5: e}: pass", "f", "exec")
try:
    compile("match x:\n case {1: a, True: b}: pass", "f", "exec")
except SyntaxError as e:
    print(e.msg)
