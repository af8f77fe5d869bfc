# expect: hand, because CPython has no u-names
import utime, time, ujson as j
print(utime is time or hasattr(utime, "sleep_ms"), j.dumps([1]))
from ucollections import OrderedDict
print(OrderedDict().__class__.__name__)
import usys
print(usys.implementation.name)
