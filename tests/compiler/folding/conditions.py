def f(a):
    r = []
    if a and 1:
        r.append(1)
    if a or 0:
        r.append(2)
    if not (a and 0):
        r.append(3)
    if 0 and undefined or a:
        r.append(4)
    if 1 < 2 and not a:
        r.append(5)
    return r, a and 0, 0 or a, "" and a, a if () else 7


print(f(0), f(3))
