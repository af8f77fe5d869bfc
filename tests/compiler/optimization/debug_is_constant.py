print(__debug__)
if __debug__:
    print("checked")
else:
    print("unchecked")


def f(x=__debug__):
    return x, __debug__ and 1


print(f())
