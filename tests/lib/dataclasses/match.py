from dataclasses import dataclass


@dataclass
class P:
    x: int
    y: int


@dataclass(match_args=False)
class Q:
    x: int


def where(p):
    match p:
        case P(0, 0):
            return "origin"
        case P(0, y):
            return f"y={y}"
        case P(x=1, y=z):
            return f"z={z}"
        case Q(x=x):
            return f"q{x}"


print(where(P(0, 0)), where(P(0, 3)), where(P(1, 4)), where(Q(5)), hasattr(Q, "__match_args__"))
