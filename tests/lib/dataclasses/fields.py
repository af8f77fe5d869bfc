from dataclasses import InitVar, dataclass, field, fields, is_dataclass
from typing import ClassVar


@dataclass
class A:
    x: int
    y: InitVar[int]
    z: ClassVar[int] = 5
    w: str = "w"


print([(f.name, f.type) for f in fields(A)], [f.name for f in fields(A(1, 2))])
print(is_dataclass(A), is_dataclass(A(1, 2)), is_dataclass(int), is_dataclass(3), A.z)
print(str(fields(A)[1]).split("default_factory")[0])
for bad in int, 3:
    try:
        fields(bad)
    except TypeError as e:
        print(e)
