# sys._getframe tells of the running frames.
import sys
def f():
    return sys._getframe(), sys._getframe(1)
def g():
    return f()
me, caller = g()
print(me.f_code.co_name, caller.f_code.co_name, me.f_code is f.__code__)
print(me.f_globals is globals(), me.f_lineno, caller.f_lineno)
print(sys._getframe().f_code.co_name, sys._getframe().f_back)
print(sys._getframe().f_locals is globals(), sys._getframe().f_lineno)
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
def parameters(a, b=2, *c, **d):
    return sys._getframe().f_locals
print(parameters(1, x=3))
def same():
    return sys._getframe() is sys._getframe()
print(same())
try:
    type(me)()
except TypeError as e:
    print("TypeError")
