print(True + 1, True * 3, -True, ~True, True & False, True | 1, True ^ True, False < True, True == 1, hash(True))
print(bool(), bool(0), bool("x"), bool([]), int(True), str(True), repr(False), f"{True:d}", f"{True}", "%d" % True)
print([10, 20][True], sum([True, True]), True / 2, divmod(True, 2), round(True), isinstance(True, int))
print(None, repr(None), bool(None), type(None)(), ..., repr(...), NotImplemented, type(...)() is ...)
for f in [lambda: None + 1, lambda: None < 1, lambda: None(), lambda: None[0], lambda: type(None)(1), lambda: bool(1, 2)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
