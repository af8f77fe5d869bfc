from dataclasses import dataclass, field


@dataclass
class A:
    a: int
    b: int = field(repr=False, default=2)
    c: int = field(init=False, default=3)
    d: list = field(init=False, default_factory=list)
    e: int = field(init=False)
    f: int = field(compare=False, default=6, metadata={"unit": "m"})

    def __post_init__(self):
        self.e = self.a + self.b


x = A(1)
print(x, A(1, 2, 7) == A(1), x.b, x.e)
f = A.__dataclass_fields__["f"]
print(f.name, f.type, f.default, f.metadata["unit"], f.compare, f.init)
try:
    f.metadata["unit"] = "k"
except TypeError:
    print("read-only")
