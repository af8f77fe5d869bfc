# args: --board esp32s3 --time virtual
# expect: hand, because it is about a board
# mps2: no, because it is about another board
import os, sys, uos

print(os.uname().sysname, "ESP32" in os.uname().machine, sys.platform, uos is os)
print(len(os.urandom(8)), os.urandom(0))
open("x", "w").write("abc")
for name, kind, inode, size in os.ilistdir():
    print(name, kind == 0x8000, size)
print(os.statvfs("/")[0] > 0)
try:
    os.nothing
except AttributeError as e:
    print(e)
