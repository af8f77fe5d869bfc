from functools import partial

p = partial(print, 1)
p.note = "n"
p.__doc__ = "d"
print(p.note, p.__doc__, p.__dict__)
del p.note
print(hasattr(p, "note"))
try:
    p.func = len
except AttributeError:
    print("read-only")
p.keywords["sep"] = "-"
p(2)
