for s in (slice(2, 5), slice(None), slice(None, None, 2), slice(None, None, -2), slice(1, 9, 3),
          slice(8, 1, -3), slice(5, 2), slice(-2, None), slice(20, 30), slice(0, 10, 100)):
    a = list(range(10))
    del a[s]
    print(a)
