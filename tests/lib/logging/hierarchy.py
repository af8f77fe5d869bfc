import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(name)s|%(levelname)s|%(message)s")
deep = logging.getLogger("a.b.c.d")
print(deep.parent, deep.parent is logging.getLogger(), deep.getEffectiveLevel())
a = logging.getLogger("a")
print(deep.parent is a, logging.getLogger("ab").parent.name)
b = a.getChild("b")
print(deep.parent is b, b.parent is a, b is logging.getLogger("a.b"), logging.root.getChild("a") is a)
a.setLevel("DEBUG")
deep.debug("debug %d of %s", 1, "two")
b.setLevel(logging.ERROR)
deep.warning("lost")
deep.error("kept")
print(deep, a, logging.root, b.isEnabledFor(30), b.isEnabledFor(40))
print(sorted(each.name for each in a.getChildren()), b.getChildren())
a.propagate = False
print(deep.hasHandlers(), logging.getLogger("root") is logging.root, logging.getLogger("") is logging.root)
logging.disable(logging.ERROR)
logging.error("disabled")
logging.critical("still")
logging.disable(logging.NOTSET)
logging.warning("again")
deep.disabled = True
print(deep.isEnabledFor(50))
