a = [1, 2, 3]
n = 0


def limited():
    for x in a:
        if len(a) > 8:
            return
        yield x


a.extend(limited())
print(a)
