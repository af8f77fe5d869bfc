def caught(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


def zero():
    return 1 // 0


def mixed():
    return "a" + 1


def shift():
    return 1 << -1


def huge():
    if False:
        return 2 ** 10 ** 10
    return -"x"


for f in zero, mixed, shift, huge:
    caught(f)
