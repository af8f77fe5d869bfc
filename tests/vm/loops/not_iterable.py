# What cannot be iterated over says so.
for source in 5, None, 1.5, object:
    try:
        for x in source:
            pass
    except TypeError as e:
        print(e)
