def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: 1 - None)
attempt(lambda: 1 & 1.5)
attempt(lambda: 1 < "a")
attempt(lambda: 1 @ 2)
attempt(lambda: divmod(1, "a"))
attempt(lambda: (1).__add__(1.5))
print(1 == "a", 1 != "a", 1 == None)
