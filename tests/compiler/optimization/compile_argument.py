source = "def f():\n    'doc'\n    assert False\n    return __debug__\ntry:\n    print(f(), f.__doc__)\nexcept AssertionError:\n    print('assertion', f.__doc__)\n"
for level in (-1, 0, 1, 2):
    exec(compile(source, "<text>", "exec", optimize=level))
for wrong in (-2, 3):
    try:
        compile("1", "", "eval", optimize=wrong)
    except ValueError as e:
        print(e)
print(__debug__)
