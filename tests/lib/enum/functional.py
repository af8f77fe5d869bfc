from enum import Enum, Flag, IntEnum

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal.__module__, Animal.__qualname__)
print(list(Enum("A", ["x", "y"])), list(Enum("A", "x, y", start=5)), list(Enum("A", [("p", 1), ("q", 7)])))
print(list(Enum("A", {"k": "v"})), list(IntEnum("I", "one two")), list(Flag("F", "r w x")))
print(Enum("S", "a b", type=str).a, Enum("M", "a", module="elsewhere", qualname="X.M").__module__)
print(list(Enum("Empty", ())))
