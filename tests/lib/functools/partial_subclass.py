from functools import partial


class Named(partial):
    def __new__(cls, f, *args):
        self = super().__new__(cls, f, *args)
        self.name = f.__name__
        return self


n = Named(max, 5)
print(n(3), n(8), n.name, isinstance(n, partial))
print(partial[int])
