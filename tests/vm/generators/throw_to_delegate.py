class Iter:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("throw", args)
        return 2


class Plain:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def outer(iterator):
    yield from iterator


def twice(iterator):
    yield from outer(iterator)


for thrown in 5, KeyError, KeyError("x"), "text":
    for make in outer, twice:
        for kind in Iter, Plain:
            g = make(kind())
            next(g)
            try:
                print(g.throw(thrown))
            except (TypeError, KeyError) as e:
                print(repr(e))
g = outer(Iter())
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit:
    print("exit")
