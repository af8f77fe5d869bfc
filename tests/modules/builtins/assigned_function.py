# What is assigned to the module builtins is what every module sees, also where it was used before.
import builtins
def size(x):
    return len(x)
print(size("abc"))
plain = len
builtins.len = lambda x: "mine"
print(size("abc"), len(()))
builtins.len = plain
print(size("abc"))
