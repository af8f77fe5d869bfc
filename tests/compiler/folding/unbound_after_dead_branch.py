def f():
    if 0:
        x = 1
    return x


def g():
    if 1:
        x = 1
    else:
        y = 2
    return x + y


for h in f, g:
    try:
        h()
    except UnboundLocalError as e:
        print(e)
