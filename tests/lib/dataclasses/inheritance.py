from dataclasses import dataclass, field


@dataclass
class Base:
    x: int = 1
    y: int = 2

    def __post_init__(self):
        print("base", self.x)


@dataclass
class Sub(Base):
    z: int = 3
    x: str = "x"

    def __post_init__(self):
        super().__post_init__()


print(Sub(), Sub("q", 5, 6), [n for n in Sub.__dataclass_fields__], Sub() == Base())


class Plain(Sub):
    extra: int = 4


@dataclass
class Last(Plain):
    w: list = field(default_factory=lambda: [0])


print(Plain(), Last())


@dataclass
class Bare:
    pass


print(Bare(), Bare() == Bare(), Bare.__match_args__)
