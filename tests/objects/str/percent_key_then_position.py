for text in ("%(a)s %s", "%s %(a)s", "%(a)s %%", "%(a)s%(a)d", "%(a)s %(a)s %s", "%s %s"):
    try:
        print(text % {"a": 1})
    except TypeError as e:
        print(text, e)
