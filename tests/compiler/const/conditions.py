# expect: hand, because const() is MicroPython's
from micropython import const

DEBUG = const(0)
LEVEL = const(2)
if DEBUG:
    print("never")
elif LEVEL == 2:
    print("two")
else:
    print("never")
while DEBUG:
    print("never")
else:
    print("no turn")
print("on" if DEBUG else "off", DEBUG and undefined, LEVEL or undefined)
if not DEBUG and LEVEL > 1:
    print("quiet")
