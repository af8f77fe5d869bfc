from contextlib import ExitStack


class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, typ, value, tb):
        print("exit", self.name, typ and typ.__name__)
        return self.swallow


with ExitStack() as stack:
    print(stack.enter_context(CM("a")))
    stack.callback(print, "callback", 1, sep="-")

    @stack.push
    def pushed(typ, value, tb):
        print("pushed", typ)
    stack.push(CM("b"))
with ExitStack() as stack:
    stack.enter_context(CM("outer"))
    stack.enter_context(CM("swallows", True))
    stack.enter_context(CM("inner"))
    raise ValueError
print("done")
