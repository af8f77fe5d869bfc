from functools import partial


class Shown:
    def __repr__(self):
        return "Shown"

    def __call__(self):
        pass


print(partial(Shown()), partial(Shown(), 1, "a", x=[2]))
print(partial(int, base=2))


class Mine(partial):
    pass


print(repr(Mine(Shown(), 1)).endswith("Mine(Shown, 1)"))
p = partial(Shown())
p.__setstate__((p.func, (p,), {}, None))
print(p)
print(type(p), type(p).__module__)
