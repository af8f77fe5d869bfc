# An abstract class refuses before it looks at the arguments; a concrete one takes them.
from abc import ABC, abstractmethod


class A(ABC):
    @abstractmethod
    def f(self):
        pass

    def __init__(self, x):
        self.x = x


class B(A):
    def f(self):
        return self.x


for call in (lambda: A(1), lambda: A(), lambda: B(), lambda: B(3).f(), lambda: object.__new__(A)):
    try:
        print(call())
    except TypeError as e:
        print(str(e).replace("B.__init__", "__init__"))


class C(A):
    def __new__(cls, *args):
        return object.__new__(cls)


try:
    C(1)
except TypeError as e:
    print(e)
