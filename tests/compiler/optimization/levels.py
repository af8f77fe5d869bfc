# expect: hand, because CPython has no opt_level()
import micropython

print(micropython.opt_level())
for level in 0, 1, 2, 3:
    micropython.opt_level(level)
    space = {}
    exec("def f():\n 'doc'\n assert 0, 'kept'\n return __debug__", space)
    try:
        print(level, micropython.opt_level(), space["f"](), space["f"].__doc__)
    except AssertionError as e:
        print(level, e, space["f"].__doc__)
micropython.opt_level(9)
print(micropython.opt_level())
