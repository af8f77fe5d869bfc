from dataclasses import dataclass


@dataclass
class Odd:
    self: int
    object: int = 2
    repr: str = "r"


print(Odd(1), Odd(self=3).self)


class Desc:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, cls):
        return 100 if obj is None else getattr(obj, self.name, 100)

    def __set__(self, obj, value):
        setattr(obj, self.name, int(value))


@dataclass
class A:
    d: int = Desc()


print(A().d, A("5").d)
