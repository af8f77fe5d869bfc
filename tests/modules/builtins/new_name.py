# New names in builtins are found; globals go before them.
import builtins
def f():
    return shared
try:
    f()
except NameError as e:
    print(e)
builtins.shared = 1
print(f())
builtins.shared = 2
print(f())
shared = 3
print(f())
del shared
print(f())
