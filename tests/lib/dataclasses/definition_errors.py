from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


def order():
    @dataclass
    class A:
        x: int = 0
        y: int


def mutable():
    @dataclass
    class A:
        x: list = []


def both():
    field(default=1, default_factory=list)


def unannotated():
    @dataclass
    class A:
        x = field(default=1)


def needs_eq():
    @dataclass(eq=False, order=True)
    class A:
        x: int


def has_lt():
    @dataclass(order=True)
    class A:
        x: int

        def __lt__(self, other):
            pass


def has_setattr():
    @dataclass(frozen=True)
    class A:
        x: int

        def __setattr__(self, name, value):
            pass


def has_hash():
    @dataclass(unsafe_hash=True)
    class A:
        x: int

        def __hash__(self):
            return 1


def two_kw_only():
    @dataclass
    class A:
        _: KW_ONLY
        x: int
        __: KW_ONLY


def factory_of_class_variable():
    @dataclass
    class A:
        x: ClassVar[int] = field(default_factory=int)


def factory_of_init_variable():
    @dataclass
    class A:
        x: InitVar[int] = field(default_factory=int)


def weakref():
    @dataclass(weakref_slot=True)
    class A:
        pass


for f in (order, mutable, both, unannotated, needs_eq, has_lt, has_setattr, has_hash, two_kw_only,
          factory_of_class_variable, factory_of_init_variable, weakref):
    try:
        f()
        print("allowed")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
