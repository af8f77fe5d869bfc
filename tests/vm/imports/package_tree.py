import os, sys
def write(path, text):
    with open(path, "w") as f: f.write(text)
for d in ("pkg", "pkg/sub", "other"): os.mkdir(d)
write("pkg/__init__.py", "print('init pkg', __name__, __package__, __path__ is not None)\nfrom . import a\nfrom .a import value as v\n__all__ = ['a', 'v', 'sub']\nhidden = 1\n")
write("pkg/a.py", "print('load a', __name__, __package__)\nvalue = 10\n_private = 1\npublic = 2\n")
write("pkg/sub/__init__.py", "from .. import a\nfrom ..a import value\nfrom . import deep\n")
write("pkg/sub/deep.py", "import pkg.a\nfrom ... import x\n" if 0 else "import pkg.a\nfrom ..a import value as w\n")
write("cyc1.py", "import cyc2\nx = 1\ndef f(): return cyc2.y\n")
write("cyc2.py", "import cyc1\ny = 2\ndef g(): return cyc1.x\n")
write("cyc3.py", "from cyc4 import b\na = 1\n")
write("cyc4.py", "from cyc3 import a\nb = 2\n")
write("broken.py", "x = 1\nraise ValueError('in module')\n")
write("syntax.py", "x = = 1\n")
write("star.py", "from pkg.a import *\n")
write("main_only.py", "print(__name__, __file__.endswith('main_only.py'))\nif __name__ == '__main__': print('no')\n")
sys.path.insert(0, os.getcwd())
import pkg
print(pkg.v, pkg.a.value, pkg.__name__, pkg.a.__name__)
import pkg.sub.deep as deep
print(deep.w, deep.__name__, pkg.sub.deep is deep)
from pkg import *
print(v, a.value, sub.__name__, "hidden" in globals())
import star
print(star.public, star.value, hasattr(star, "_private"))
import cyc1
print(cyc1.f(), cyc1.cyc2.g())
try:
    import cyc3
except ImportError as e:
    print(str(e).split(" (most")[0])
for name in ("broken", "broken"):
    try:
        __import__(name)
    except ValueError as e:
        print(e, name in sys.modules)
try:
    import syntax
except SyntaxError as e:
    print(e.lineno, e.filename.endswith("syntax.py"))
import main_only
import pkg.a as pa, pkg.sub
print(pa is pkg.a, sys.modules["pkg.a"] is pa)
m = __import__("pkg.sub")
print(m.__name__, __import__("pkg.sub", None, None, ["deep"]).__name__)
from pkg.sub import deep as d2, value
print(d2 is deep, value)
try:
    from pkg import nope
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import pkg.nope
except ModuleNotFoundError as e:
    print(e)
try:
    import pkg.a.x
except ModuleNotFoundError as e:
    print(e)
del sys.modules["pkg.a"]
import pkg.a
print(pkg.a is pa)
def inside():
    from pkg.a import public
    import pkg.sub.deep
    return public, pkg.__name__
print(inside())
