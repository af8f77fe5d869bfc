# Members of a plain enumeration take their value as it is, whatever memory was collected meanwhile.
import gc
from enum import Enum

for round in range(3):
    gc.collect()
    Shape = Enum("Shape", {"DOT": (1, 2), "LINE": "line", "NONE": None})
    print([member.value for member in Shape], Shape((1, 2)).name)
