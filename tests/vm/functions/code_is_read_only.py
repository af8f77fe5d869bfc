# expect: hand (CPython lets the code of a function be replaced)
def f():
    f.__code__ = (lambda: 0).__code__


try:
    f()
except AttributeError as e:
    print(e)
