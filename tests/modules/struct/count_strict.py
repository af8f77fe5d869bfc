# mps2: no, because it has no option -X strict
# args: -X strict
import struct

def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('struct.pack("<h")')
attempt('struct.pack("<h", 1, 2)')
attempt('struct.pack("<2h", 1)')
attempt('struct.pack_into("<h", bytearray(2), 0)')
attempt('struct.pack_into("<h", bytearray(2), 0, 1, 2)')
attempt('struct.Struct("<hI").pack(1)')
