import operator as o

for f in o.lt, o.le, o.eq, o.ne, o.ge, o.gt:
    print(f.__name__, f(1, 2), f(2, 2), f(3, 2))
print(o.is_(None, None), o.is_not(1, None), o.not_([]), o.truth([0]), o.__not__(1), o.__eq__("a", "a"))
