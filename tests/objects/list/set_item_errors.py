a = [1]
for i in (1, -2, "a", 1.5, None):
    try:
        a[i] = 0
    except Exception as e:
        print(type(e).__name__, e)
print(a)
