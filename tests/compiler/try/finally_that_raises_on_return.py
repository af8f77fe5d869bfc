import sys

def f(x):
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            if x: return 1
        finally:
            raise IndexError("from finally")

for x in (True, False):
    try:
        f(x)
    except IndexError as e:
        print(repr(e), repr(e.__context__))
    print(sys.exc_info()[1])

def g():
    for i in range(2):
        try:
            try:
                if i == 0: continue
            finally:
                raise ValueError(i)
        except ValueError as e:
            print("caught", e)
    try:
        try:
            return 1
        finally:
            raise ValueError("again")
    except ValueError as e:
        print("caught", e)

g()
