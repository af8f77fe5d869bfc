from abc import ABC


class Base(ABC):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Sub(Base, tag="t"):
    pass


print(Sub.tag, type(Sub).__name__, type(Sub).__mro__[1].__name__)
