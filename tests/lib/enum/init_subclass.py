from enum import Enum


class Base(Enum):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.seen = [m.name for m in cls]

    def hello(self):
        return "hello " + self.name


class Sub(Base, tag="t"):
    A = 1
    B = 2


print(Sub.seen, Sub.A.hello(), issubclass(Sub, Base))
