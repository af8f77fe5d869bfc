from collections.abc import Callable, Generator, Iterator


class G(Generator):
    n = 0

    def send(self, value):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n, value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


g = G()
print(next(g), g.send("x"), list(g))
g.close()
try:
    g.throw(ValueError("v"))
except ValueError as e:
    print(e)


class I(Iterator):
    def __next__(self):
        raise StopIteration


print(list(I()), iter(I()) is not None, Callable[[int], str], Callable[..., int], Iterator[int])
try:
    Iterator()
except TypeError as e:
    print(e)
