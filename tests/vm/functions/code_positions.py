# co_positions tells lines and columns of all instructions.
def f(x):
    return x.name
places = list(f.__code__.co_positions())
first = f.__code__.co_firstlineno
print({p[0] - first for p in places} >= {1}, all(len(p) == 4 for p in places))
print(type(f.__code__.co_stacksize), f.__code__.co_nlocals)
