from dataclasses import InitVar, dataclass, field, replace


@dataclass
class A:
    x: int
    scale: InitVar[int] = 2
    y: int = field(init=False)

    def __post_init__(self, scale):
        self.y = self.x * scale


print(A(3), A(3, 5).y, A.scale, A.__init__.__annotations__, InitVar[int])
print(replace(A(3, 5), x=4, scale=10))


@dataclass
class B:
    x: InitVar[int]

    def __post_init__(self, x):
        print("got", x)


try:
    replace(B(1))
except ValueError as e:
    print(e)
