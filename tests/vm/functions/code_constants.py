# co_consts begins with the docstring, or None.
def f(x):
    return x + x
def g():
    "text"
print(f.__code__.co_consts, g.__code__.co_consts[0])
