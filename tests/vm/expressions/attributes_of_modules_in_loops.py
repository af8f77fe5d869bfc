# A module's attribute read at one place while the module changes.
import math
import sys
import types

made = types.ModuleType("made")
made.value = 1
made.function = lambda: "first"


def read(modules):
    for module in modules:
        try:
            print(module.value, module.function(), end=" ")
        except AttributeError as error:
            print(error, end=" ")
    print()


read([made, math, made])
made.value = 2
made.function = lambda: "second"
read([made, made])
del made.value
read([made])
made.value = 3
other = types.ModuleType("other")
other.value = 4
other.function = lambda: "other"
read([made, other, made])
for i in range(3):
    print(math.sqrt(4.0), math.pi > 3, sys.maxsize > 0, end=" ")
    if i == 0:
        math.sqrt = lambda x: ("replaced", x)
    if i == 1:
        del math.sqrt
        from math import floor as _
        math.sqrt = abs
print()
