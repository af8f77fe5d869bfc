from dataclasses import dataclass


@dataclass
class P:
    x: int
    y: int = 0


for bad in lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1, x=2):
    try:
        bad()
    except TypeError as e:
        print(e)
