# co_cellvars are the variables that inner functions use; co_freevars those from outside.
def outer(a, b):
    c = a
    def inner():
        return a + c
    return inner
print(sorted(outer.__code__.co_cellvars), sorted(outer(1, 2).__code__.co_freevars))
print((lambda: 0).__code__.co_cellvars)
