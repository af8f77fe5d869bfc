def a():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("else")
    return i
print(a())
def b():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(b())
def c():
    for i in range(3):
        try:
            return i
        finally:
            continue
    return "end"
print(c())
def d():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError:
            continue
        finally:
            print("df", i)
    return "d"
print(d())
def e():
    for i in range(3):
        try:
            try:
                if i == 0: continue
                if i == 2: return "ret"
            finally:
                print("in", i)
        finally:
            print("out", i)
print(e())
def f():
    while 1:
        try:
            raise KeyError
        except KeyError:
            break
        finally:
            print("ff")
    for x in [1]:
        with C() as c:
            continue
    for x in [1]:
        with C() as c:
            break
    with C(): return "w"
class C:
    def __enter__(self): print("en")
    def __exit__(self, *a): print("ex", a)
print(f())
def g():
    try:
        1 / 0
    finally:
        return "swallowed"
print(g())
def h():
    n = 0
    try:
        try:
            n += 1
            raise ValueError
        finally:
            n += 10
    except ValueError:
        n += 100
    else:
        n += 1000
    finally:
        n += 10000
    return n
print(h())
def k():
    for i in range(2):
        for j in range(2):
            try:
                if j: break
            finally:
                print(i, j)
        else:
            print("no")
k()
