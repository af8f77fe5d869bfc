def f():
    pass


print(f.__code__.replace(co_firstlineno=70).co_firstlineno)
for line in (-1, "a", 1.5):
    try:
        f.__code__.replace(co_firstlineno=line)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
