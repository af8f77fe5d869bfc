# expect: hand, because viper is MicroPython's
@micropython.viper
def f(x: int, y: int, b: bool, o):
    r = []
    if x:
        r.append("x")
    if not x and y:
        r.append("not x and y")
    if b or o:
        r.append("b or o")
    while not (x > 2 or y == 0):
        x += 1
    r.append(x)
    r.append(x if b else y)
    r.append(x and y)
    r.append(o or x)
    r.append(not b)
    return r


print(f(0, 1, False, None), f(1, 0, True, "o"))
