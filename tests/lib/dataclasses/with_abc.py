from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass
class Shape(ABC):
    name: str

    @abstractmethod
    def area(self):
        pass


@dataclass
class Square(Shape):
    side: float

    def area(self):
        return self.side ** 2


print(Square("s", 2.0).area(), Square("s", 2.0))
try:
    Shape("x")
except TypeError as e:
    print(e)
