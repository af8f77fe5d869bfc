def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
i, g = counter()
print(i(), i(5), g())
i2, g2 = counter()
print(g2(), i2(), g())
