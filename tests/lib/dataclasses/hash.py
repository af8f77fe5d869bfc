from dataclasses import dataclass


def hash_of(**kw):
    @dataclass(**kw)
    class A:
        x: int = 1
    return A.__hash__


print(hash_of() is None)
print(hash_of(frozen=True).__name__, hash_of(unsafe_hash=True).__name__, hash_of(eq=False, frozen=True) is None)


@dataclass(frozen=True)
class Own:
    x: int

    def __hash__(self):
        return 7


@dataclass
class HasEq:
    x: int

    def __eq__(self, other):
        return True


print(hash(Own(1)), HasEq.__hash__, HasEq(1) == 5)


@dataclass(unsafe_hash=True)
class U:
    x: int
    y: str


print(hash(U(1, "a")) == hash(U(1, "a")), len({U(1, "a"), U(1, "a"), U(2, "a")}))
