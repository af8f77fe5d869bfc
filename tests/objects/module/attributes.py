import math
print(type(math).__name__, math.__name__, "pi" in dir(math))
math.extra = 5
print(math.extra, "extra" in dir(math), math.__dict__["extra"], "sqrt" in math.__dict__)
del math.extra
print(hasattr(math, "extra"))
for f in [lambda: math.nothing, lambda: delattr(math, "nothing")]:
    try:
        f()
    except AttributeError as e:
        print("AttributeError")
Module = type(math)
m = Module("made", "its doc")
m.x = 1
print(m, m.x, m.__name__, m.__doc__, m.__dict__ is m.__dict__)
m.__getattr__ = lambda name: "dynamic " + name
print(m.anything)
m.__dict__["y"] = 2
print(m.y)
