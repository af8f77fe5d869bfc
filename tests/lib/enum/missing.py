from enum import Enum


class Answer(Enum):
    YES = 1
    NO = 0

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        if value == 5:
            return "five"
        if value == 6:
            raise KeyError("six")


print(Answer("yes"), Answer("No"))
for value in "maybe", 5, 6, None:
    try:
        print(Answer(value))
    except Exception as e:
        print(type(e).__name__, e, "|", repr(e.__context__))
