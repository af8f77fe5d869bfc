from dataclasses import dataclass, field


@dataclass(slots=True)
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)


p = P(1)
print(p, P.__slots__, hasattr(p, "__dict__"), p == P(1))
try:
    p.new = 1
except AttributeError:
    print("no new attributes")


@dataclass(slots=True)
class Q(P):
    w: int = 4


print(Q(1), Q.__slots__, Q.__qualname__)


@dataclass(slots=True, frozen=True)
class F:
    a: int
    b: int = field(default=3, init=False)


f = F(1)
print(f, hash(f) == hash(F(1)))
try:
    f.a = 2
except AttributeError as e:
    print(e)
try:
    @dataclass(slots=True)
    class Twice:
        __slots__ = ("x",)
        x: int
except TypeError as e:
    print(e)
