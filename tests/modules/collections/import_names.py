import collections

for name in ("namedtuple", "deque", "OrderedDict", "defaultdict", "Counter"):
    print(name, hasattr(collections, name))
try:
    from collections import nothing
except ImportError as e:
    print("ImportError")
