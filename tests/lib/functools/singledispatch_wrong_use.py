from functools import singledispatch


@singledispatch
def f(x):
    pass


for call in (lambda: f(), lambda: f.register(3), lambda: f.register(lambda x: x),
             lambda: f.register("a", lambda x: x)):
    try:
        call()
    except TypeError as e:
        print(str(e).split(":")[0].split(" <")[0][:60])
