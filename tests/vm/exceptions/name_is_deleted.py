try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as x:
    print(x)
e = "before"
try:
    raise ValueError
except ValueError as e:
    e = "changed"
print("e" in globals())
def f():
    e = 1
    try:
        raise ValueError
    except ValueError as e:
        del e
    try:
        e
    except UnboundLocalError as u:
        print(u)
    for i in range(2):
        try:
            raise KeyError(i)
        except KeyError as e:
            if i: break
            continue
    try:
        return e
    except UnboundLocalError as u:
        print(u)
f()
def g():
    try:
        raise ValueError("v")
    except ValueError as e:
        return lambda: e
try:
    g()()
except NameError as e:
    print(e)
def h():
    try:
        raise ValueError("v")
    except ValueError as e:
        k = e
    return k
print(repr(h()))
