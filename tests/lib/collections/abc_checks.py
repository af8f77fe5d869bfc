from collections import deque
from collections.abc import *
import collections.abc as abc

samples = {"list": [], "tuple": (), "str": "", "bytes": b"", "bytearray": bytearray(), "dict": {}, "set": set(), "frozenset": frozenset(),
           "range": range(1), "deque": deque(), "iter": iter([]), "gen": (i for i in []), "keys": {}.keys(), "int": 1, "func": len, "None": None}
names = ["Hashable", "Sized", "Container", "Iterable", "Iterator", "Reversible", "Collection", "Generator", "Callable", "Set", "MutableSet",
         "Mapping", "MutableMapping", "Sequence", "MutableSequence", "KeysView", "Buffer"]
for name, value in samples.items():
    print(name, [n for n in names if isinstance(value, getattr(abc, n))])


async def co():
    pass


async def ag():
    yield


c = co()
print(isinstance(c, Coroutine), isinstance(c, Awaitable), isinstance(ag(), AsyncGenerator), isinstance(ag(), AsyncIterator), issubclass(list, AsyncIterable))
c.close()
