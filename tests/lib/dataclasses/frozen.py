from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True)
class P:
    x: int
    y: list = field(default_factory=list, hash=False)


p = P(1)
for change in (lambda: setattr(p, "x", 2), lambda: setattr(p, "new", 2), lambda: delattr(p, "x")):
    try:
        change()
    except FrozenInstanceError as e:
        print(type(e).__name__, e, isinstance(e, AttributeError))
print(p, hash(p) == hash(P(1)), {p: 1}[P(1)] if p == P(1) else None)


class Sub(P):
    pass


s = Sub(3)
s.extra = 4
print(s.extra, s)
try:
    s.x = 1
except FrozenInstanceError as e:
    print(e)


def mixed(base_frozen, frozen):
    @dataclass(frozen=base_frozen)
    class A:
        x: int

    @dataclass(frozen=frozen)
    class B(A):
        y: int


for flags in (True, False), (False, True), (True, True):
    try:
        mixed(*flags)
        print("fine")
    except TypeError as e:
        print(e)
