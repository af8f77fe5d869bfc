a = [0, 1, 2, 3, 4]
del a[0]
del a[-1]
del a[1]
print(a)
for i in (2, -3, "a"):
    try:
        del a[i]
    except Exception as e:
        print(type(e).__name__, e)
