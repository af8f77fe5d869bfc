# expect: hand, because viper is MicroPython's
@micropython.viper
def f(n: int):
    r = []
    for i in range(n):
        r.append(i)
        i = 100
    for i in range(5, 1, -2):
        r.append(i + 10)
    for i in range(1, n, n):
        r.append(i * 2)
    else:
        r.append("else")
    i = -1
    while True:
        i += 1
        if i == 2:
            continue
        if i > 3:
            break
        r.append(i)
    return r + [j * j for j in range(3)] + [k for k in "ab"]


print(f(3))
try:
    f(0)
except ValueError as e:
    print(e)


@micropython.viper
def objects(seq) -> int:
    s = 0
    for x in seq:
        s += int(x)
    for a, (b, *c) in [(1, "xyz")]:
        s += int(len(c))
    return s


print(objects([1, True, 7]))


@micropython.viper
def generator(n: int):
    return list(i + n for i in range(n)), sum(i for i in range(1, n) for j in range(i))


print(generator(3))


@micropython.viper
def shadowed(n: int) -> int:
    s = 0
    for i in range(n):
        s += i
    return s


globals()["range"] = None
print(shadowed(4))
