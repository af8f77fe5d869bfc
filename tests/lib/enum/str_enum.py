from enum import StrEnum, auto


class Mode(StrEnum):
    READ = auto()
    WRITE_ALL = auto()
    OTHER = "o"


print(Mode.READ, repr(Mode.WRITE_ALL), Mode.OTHER == "o", Mode.OTHER.upper(), f"{Mode.READ:>6}|", "a" + Mode.READ)
print(Mode("read"), {"o": 1}[Mode.OTHER], isinstance(Mode.READ, str), Mode.READ.name)
for value in 1, ("a", 2), ("a", "b", "c", "d"):
    try:
        class Bad(StrEnum):
            A = value
    except TypeError as e:
        print(e)
