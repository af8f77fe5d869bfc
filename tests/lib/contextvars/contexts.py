from contextvars import Context, ContextVar, copy_context

v = ContextVar("v", default="default")
v.set("outer")
ctx = copy_context()


def change():
    print("in", v.get())
    v.set("inner")
    return "result"


print(ctx.run(change), v.get(), ctx[v], ctx.get(v), v in ctx, len(ctx), list(ctx) == [v], list(ctx.values()))
empty = Context()
print(empty.run(v.get), len(empty), empty.get(v), ctx.copy() == ctx, ctx == empty)
try:
    ctx.run(lambda: ctx.run(change))
except RuntimeError as e:
    print("already entered")
try:
    empty.run(lambda: 1 / 0)
except ZeroDivisionError:
    print("passed on", v.get())
token = v.set("x")
try:
    empty.run(v.reset, token)
except ValueError:
    print("another context")
print(empty.run(lambda *a, **k: (a, k), 1, b=2))
