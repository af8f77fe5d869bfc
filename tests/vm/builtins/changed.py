import builtins


def f():
    return len([1, 2]), max(3, 4)


print(f())
builtins.added = 5
print(added)
real = builtins.len
builtins.len = lambda x: 42
print(f(), len(""))
builtins.len = real
print(f())
del builtins.added
try:
    added
except NameError as e:
    print(e)
builtins.__dict__["other"] = "by the dict"
print(other, "other" in dir(builtins))
max = min
print(f())
del max
print(f())
