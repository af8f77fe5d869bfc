from enum import Enum


class Odd(Enum):
    name = "n"
    value = "v"


print(Odd.name, Odd.value, Odd.name.name, Odd.value.value, list(Odd))
