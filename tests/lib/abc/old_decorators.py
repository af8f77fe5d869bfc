import abc


class A(abc.ABC):
    @abc.abstractclassmethod
    def c(cls):
        pass

    @abc.abstractstaticmethod
    def s():
        pass

    @abc.abstractproperty
    def p(self):
        return 1


print(sorted(A.__abstractmethods__))
try:
    A()
except TypeError as e:
    print(e)
