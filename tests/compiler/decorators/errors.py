# expect: hand, because CPython has no such decorators
def refused(source):
    try:
        exec(source)
        print("accepted")
    except SyntaxError as e:
        print(e.msg)


refused("@micropython.fast\ndef f(): pass")
refused("@micropython.native.really\ndef f(): pass")
refused("@micropython.asm_thumb\ndef f(): pass")
refused("@micropython.native\nx = 1")
refused("@micropython.native\ndef f(*): pass")
refused("def f(*): pass")
