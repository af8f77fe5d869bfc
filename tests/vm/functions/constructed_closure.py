# A closure must have as many cells as the code has free variables.
def outer():
    x = 1
    def inner():
        return x
    return inner
inner = outer()
Function = type(inner)
cell = inner.__closure__[0]
print(Function(inner.__code__, {}, None, None, (cell,))())
for closure in None, (), (cell, cell), (1,):
    try:
        Function(inner.__code__, {}, "f", None, closure)
        print("made")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
