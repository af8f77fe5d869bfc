# What is thrown into a generator that delegates has what the outer one handles as its context.
def plain():
    yield 1


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class Thrower(Iterator):
    def throw(self, e):
        raise e


def outer(inner):
    try:
        1 / 0
    except ZeroDivisionError:
        yield from inner


for inner in plain(), Iterator(), Thrower():
    g = outer(inner)
    next(g)
    try:
        try:
            [][1]
        except IndexError:
            g.throw(KeyError("x"))
    except KeyError as e:
        print(repr(e.__context__), e.__context__.__context__)
g = plain()
next(g)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        g.throw(KeyError("x"))
except KeyError as e:
    print(e.__context__)
