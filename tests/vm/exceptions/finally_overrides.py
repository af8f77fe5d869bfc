def a():
    try:
        return 1
    finally:
        try:
            return 2
        finally:
            print("x")
print(a())
def b():
    x = 1
    try:
        return x
    finally:
        x = 2
print(b())
def c():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
print(c())
def d():
    try:
        raise ValueError
    except ValueError:
        return "e"
    finally:
        for i in range(2):
            try:
                continue
            finally:
                print(i)
print(d())
def e():
    for i in range(3):
        try:
            pass
        finally:
            if i == 1: break
    return i
print(e())
def f():
    try:
        try:
            raise ValueError("1")
        finally:
            raise KeyError("2")
    except KeyError as e:
        return repr(e.__context__)
print(f())
def g():
    while True:
        try:
            try:
                1 / 0
            finally:
                break
        finally:
            print("g")
    return "broke"
print(g())
