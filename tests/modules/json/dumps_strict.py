# mps2: no, because it has no option -X strict
# args: -X strict
import json

for value in (b"x", bytearray(b"x"), 1j, {1, 2}, object, {b"a": 1}, {(1,): 3}, [[object()]]):
    try:
        print(json.dumps(value))
    except TypeError as e:
        print(e)
