r = range(10, 30, 3)
print(r[0], r[-1], r[2], r[True], list(r))
for i in (7, -8, "a", 1.0, 10**30):
    try:
        print(r[i])
    except Exception as e:
        print(type(e).__name__, e)
