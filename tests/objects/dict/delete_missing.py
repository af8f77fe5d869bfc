d = {1: 2}
for key in (3, "a", (1,), []):
    try:
        del d[key]
    except Exception as e:
        print(type(e).__name__, e)
print(d)
