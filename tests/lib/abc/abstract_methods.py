from abc import ABC, abstractmethod


class Base(ABC):
    @abstractmethod
    def f(self):
        return "base f"

    @property
    @abstractmethod
    def p(self):
        pass

    @classmethod
    @abstractmethod
    def c(cls):
        pass

    def concrete(self):
        return "concrete"


class Half(Base):
    def f(self):
        return super().f() + "!"


class Full(Half):
    p = 1
    c = 2


for cls in Base, Half:
    try:
        cls()
    except TypeError as e:
        print(e)
print(Full().f(), Full().concrete(), sorted(Base.__abstractmethods__), Full.__abstractmethods__)
print(Base.f.__isabstractmethod__, Base.__dict__["p"].__isabstractmethod__)
