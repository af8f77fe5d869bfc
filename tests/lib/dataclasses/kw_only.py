from dataclasses import KW_ONLY, dataclass, field


@dataclass
class A:
    a: int
    _: KW_ONLY
    b: int = 0
    c: int


@dataclass(kw_only=True)
class B:
    x: int = 1
    y: int
    z: int = field(kw_only=False, default=9)


print(A(1, c=3), A.__match_args__, B(y=2), B(7, y=2), B.__match_args__)
print(A.__doc__, B.__doc__)
for bad in lambda: A(1, 2, 3), lambda: A(1), lambda: B(1, 2):
    try:
        bad()
    except TypeError as e:
        print("TypeError")
