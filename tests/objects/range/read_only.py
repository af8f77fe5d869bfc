r = range(3)
for text in ("r.start = 1", "r[0] = 1", "del r[0]", "r.append(1)"):
    try:
        exec(text)
    except Exception as e:
        print(type(e).__name__)
try:
    class R(range):
        pass
except TypeError as e:
    print("TypeError")
