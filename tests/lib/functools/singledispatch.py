from functools import singledispatch


@singledispatch
def show(x, *rest):
    "Shows."
    return "object", x, rest


@show.register(int)
def _(x, *rest):
    return "int", x


@show.register
def show_list(x: list, *rest):
    return "list", x


show.register(type(None), lambda x: "none")


@show.register(float)
@show.register(complex)
def number(x):
    return "number", x


print(show(1), show(True), show([1]), show(None), show(1.5), show(2j), show("s", 1))
print(show.dispatch(bool) is show.dispatch(int), show.registry[list] is show_list)
print(show.__name__, show.__doc__, sorted(c.__name__ for c in show.registry))
print(show_list([2]))
