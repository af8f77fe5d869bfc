from abc import ABC


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in c.__dict__ for c in other.__mro__)
        return NotImplemented


class Duck:
    def quack(self):
        pass


class Loud(Quacks):
    pass


print(issubclass(Duck, Quacks), isinstance(Duck(), Quacks), issubclass(int, Quacks))
print(issubclass(Duck, Loud), issubclass(Loud, Loud), issubclass(Loud, Quacks))
print(object.__subclasshook__(int), int.__subclasshook__(3))
