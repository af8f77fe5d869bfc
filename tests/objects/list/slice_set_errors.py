a = [1, 2, 3, 4]
for slice_, value in ((slice(0, 2), 1), (slice(None, None, 2), 1), (slice(None, None, 2), [1]),
                      (slice(None, None, 0), [1]), (slice(None, None, -1), [1, 2])):
    try:
        a[slice_] = value
    except Exception as e:
        print(type(e).__name__, e)
print(a)
