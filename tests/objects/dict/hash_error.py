class Bad:
    def __hash__(self):
        raise ValueError("no hash")


d = {}
for f in (lambda: d[Bad()], lambda: Bad() in d, lambda: d.get(Bad()), lambda: {Bad(): 1}):
    try:
        f()
    except ValueError as e:
        print(e)


class NoInt:
    def __hash__(self):
        return "a"


try:
    d[NoInt()] = 1
except TypeError as e:
    print(e)
