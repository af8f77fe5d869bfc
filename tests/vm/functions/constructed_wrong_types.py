# Wrong types for the constructor of functions.
Function = type(lambda: 0)
code = (lambda: 0).__code__
for args in (None, {}), (code, None), (code,), (code, {}, 5), (code, {}, None, [1]):
    try:
        Function(*args)
        print("made")
    except TypeError as e:
        print("TypeError")
