import functools
import inspect
import sys
from abc import ABC, abstractmethod


class A(ABC):
    __slots__ = ("slot",)

    @abstractmethod
    def m(self):
        pass

    @property
    def p(self):
        pass


class B(A):
    def m(self):
        pass

    @classmethod
    def c(cls):
        pass

    @staticmethod
    def s():
        pass

    async def coro(self):
        pass


def gen():
    yield


async def agen():
    yield


async def coro():
    pass


running = coro()
things = {"module": sys, "class": B, "function": gen, "method": B().m, "classmethod": B.c, "static": B.s, "len": len,
          "append": [].append, "str.join": str.join, "property": A.p, "slot": A.slot, "generator": gen(),
          "asyncgen": agen(), "coroutine": running, "coro method": B().coro, "partial": functools.partial(coro),
          "agen": agen, "int": 3, "abstract": A, "lambda": lambda: 0, "code": gen.__code__, "frame": sys._getframe(),
          "wrapper": object.__init__, "bound wrapper": "".__str__, "fromkeys": dict.fromkeys}
names = ["ismodule", "isclass", "isfunction", "ismethod", "isbuiltin", "isroutine", "isgenerator", "iscoroutine", "isasyncgen",
         "isgeneratorfunction", "iscoroutinefunction", "isasyncgenfunction", "isawaitable", "isabstract",
         "isdatadescriptor", "ismethoddescriptor", "iscode", "isframe", "istraceback", "ismemberdescriptor",
         "ismethodwrapper"]
for key, thing in things.items():
    print(key, *[name for name in names if getattr(inspect, name)(thing)])
running.close()
print(inspect.iscoroutinefunction(inspect.markcoroutinefunction(lambda: 0)))
