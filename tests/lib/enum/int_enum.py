import json
from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.HIGH), Level.LOW + 1, Level.LOW < Level.HIGH, Level.HIGH == 10, Level(10))
print(f"{Level.HIGH:04}", "%d" % Level.LOW, [10, 20][Level.LOW], sorted([Level.HIGH, Level.LOW]))
print(isinstance(Level.LOW, int), int(Level.HIGH), Level.HIGH.bit_length(), json.dumps([Level.LOW]), str(Level.LOW))
try:
    class Bad(IntEnum):
        A = "x"
except ValueError as e:
    print(e)
