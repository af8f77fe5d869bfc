def f(n):
    r = []
    try:
        try:
            r.append(1 // n)
        except ZeroDivisionError:
            r.append("zde")
            raise ValueError("v")
        else:
            r.append("else")
            if n == 2: raise KeyError("from else")
        finally:
            r.append("fin")
    except ValueError as e:
        r.append(repr(e.__context__))
    except KeyError as e:
        r.append(repr(e.__context__))
    return r
print(f(0), f(1), f(2))
def g():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise KeyError(2)
        except KeyError:
            try:
                raise KeyError(3)
            except KeyError as e:
                c = e
                while c:
                    print(repr(c), end=" ")
                    c = c.__context__
    print()
g()
