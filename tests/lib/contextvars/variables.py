from contextvars import ContextVar, Token, copy_context

v = ContextVar("v", default=1)
w = ContextVar("w")
print(v.get(), v.get(5), w.get("none"), v.name)
try:
    w.get()
except LookupError as e:
    print(e.args[0] is w)
t = v.set(2)
print(v.get(), t.old_value is Token.MISSING, t.var is v)
t2 = v.set(3)
print(t2.old_value, v.get())
v.reset(t2)
v.reset(t)
print(v.get())
for bad in lambda: v.reset(t), lambda: w.reset(v.set(1)), lambda: v.reset(3), lambda: ContextVar(3), lambda: ContextVar():
    try:
        bad()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__)
