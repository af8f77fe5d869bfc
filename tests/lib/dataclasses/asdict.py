from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import asdict, astuple, dataclass

N = namedtuple("N", "a b")


@dataclass
class Inner:
    v: int


@dataclass
class Outer:
    one: Inner
    many: list
    by: dict
    pair: N
    t: tuple = ()


o = Outer(Inner(1), [Inner(2), 3], {"k": Inner(4)}, N(Inner(5), 6), (Inner(7),))
print(asdict(o))
print(astuple(o))
print(asdict(Inner(1), dict_factory=OrderedDict), astuple(Inner(1), tuple_factory=list))
d = asdict(o)
d["many"].append(1)
print(len(o.many))


@dataclass
class D:
    d: dict


x = D(defaultdict(list, {"a": [1]}))
print(asdict(x)["d"])
for f in asdict, astuple:
    for bad in 3, Inner:
        try:
            f(bad)
        except TypeError as e:
            print(e)
