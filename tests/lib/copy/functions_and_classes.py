import copy
import functools
import types


def f():
    pass


class A:
    def m(self):
        return 1


a = A()
a.fn = f
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.deepcopy(A) is A, copy.deepcopy(a).fn is f)
print(copy.deepcopy([a.m])[0].__self__ is not a, copy.copy(property(f)) is not None)
p = copy.copy(functools.partial(max, 3, key=abs))
print(p(-5), p.args, p.keywords, copy.deepcopy(types.SimpleNamespace(x=[1])))
try:
    copy.copy((i for i in []))
except TypeError as e:
    print(e)
print(issubclass(copy.Error, Exception), copy.error is copy.Error)
print(copy.copy(len) is len, copy.copy(str.join) is str.join)
