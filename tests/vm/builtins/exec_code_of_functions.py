def plain():
    x = 1
    print("plain", x)


def generator():
    yield 1


def parameters(a, b):
    return a, b


exec(plain.__code__)
exec(generator.__code__)
for use in exec, eval:
    try:
        use(parameters.__code__)
    except TypeError:
        print("TypeError")
try:
    __build_class__(parameters, "C")
except TypeError:
    print("TypeError")
