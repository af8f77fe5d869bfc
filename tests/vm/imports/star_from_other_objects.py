import sys
class M:
    x = "class"
    _hidden = 1
    def __init__(self): self.x = "instance"
sys.modules["mod"] = M
from mod import *
print(x, "_hidden" in globals())
sys.modules["mod"] = M()
from mod import *
print(x)
class N:
    __all__ = ("_y",)
    _y = "named"
    z = 1
sys.modules["mod"] = N()
from mod import *
print(_y, "z" in globals())
sys.modules["mod"] = 1
try:
    exec("from mod import *", {})
except ImportError as e:
    print(e)
class W:
    __all__ = ["missing"]
sys.modules["mod"] = W
try:
    exec("from mod import *", {})
except AttributeError as e:
    print(type(e).__name__)
