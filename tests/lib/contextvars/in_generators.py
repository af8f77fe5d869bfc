# Generators run in the context of whoever asks them.
from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)


def gen():
    while True:
        v.set(v.get() + 1)
        yield v.get()


g = gen()
print(next(g), next(g), v.get())
print(copy_context().run(next, g), v.get())
