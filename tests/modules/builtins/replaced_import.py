# import statements call builtins.__import__.
import builtins
plain = builtins.__import__
def noting(name, *args):
    print("import", name)
    return plain(name, *args)
builtins.__import__ = noting
import math
from math import pi
builtins.__import__ = plain
import math
print(pi > 3)
