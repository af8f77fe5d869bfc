try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise ValueError("second")
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        [][0]
    except IndexError as first:
        raise KeyError("k") from first
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        [][0]
    except IndexError:
        raise KeyError("k") from None
except KeyError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
e = ValueError()
e.__cause__ = TypeError("t")
print(repr(e.__cause__), e.__suppress_context__, e.__context__, e.__traceback__)
e.__suppress_context__ = False
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
for bad in [lambda: setattr(e, "__cause__", 3), lambda: setattr(e, "__context__", "x"), lambda: delattr(e, "__cause__"),
            lambda: setattr(e, "__suppress_context__", 2), lambda: setattr(e, "__traceback__", 3)]:
    try:
        bad()
    except TypeError as err:
        print(err)
