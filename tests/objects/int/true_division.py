def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(1 / 3, -7 / 2, 2**53 / 1, (2**53 + 1) / 1, (2**53 + 3) / 1, 0 / -5, 10**40 / 10**20)
print(10**400 / 10**399, 1 / 10**400, -(10**30) / 7, 3 / 10**25, (2**1024 - 1) / 2**1000)
attempt(lambda: 10**400 / 3)
