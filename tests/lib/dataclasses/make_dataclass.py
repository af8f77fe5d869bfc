from dataclasses import dataclass, field, make_dataclass

C = make_dataclass("C", ["a", ("b", int), ("c", list, field(default_factory=list))],
                   namespace={"total": lambda self: self.b + 1})
c = C(1, 2)
print(c, c.total(), C.__name__, C.__annotations__)
D = make_dataclass("D", [("z", int, 5)], bases=(C,), frozen=False, order=True)
print(D(1, 2), D(1, 2) < D(1, 3))
for bad in ["1x"], ["class"], ["a", "a"], [("a",)], [3]:
    try:
        make_dataclass("X", bad)
    except TypeError as e:
        print(e)
