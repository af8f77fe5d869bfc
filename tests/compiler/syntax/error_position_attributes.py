def show(text):
    try:
        compile(text, "file.py", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)
show("x = f(a b)")
show("x = 1 +")
show("f(a, (b = c))")
show("foo = 'ab")
show("d = {\n 'a': 1\n 'b': 2}")
show("def f(a, a): pass")
show("äö = é +")
show("x = 'äöü' b")
