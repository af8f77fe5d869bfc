# mps2: no, because floats have single precision there
import json

for text in (
    "null", "true", "false", " [ ] ", "{}", "0", "-0", "-0.0", "12.5e-3", "1E5", "1e400", "-Infinity", "NaN",
    "123456789012345678901234567890", "-999999999999999999", "9223372036854775808",
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é😀"', '{"a":1,"b":[1,2,{"c":null}],"a":2}',
    '\t{"k" : [ 1 , 2.0 ] }\r\n', '"\x7f"',
):
    print(repr(json.loads(text)))
print(json.loads(b'"\xc3\xa9"'), json.loads(bytearray(b"[1]")), json.loads(b"\xef\xbb\xbf1"))
print([hex(ord(c)) for c in json.loads('"\\ud800x\\udc00\\ud800\\u0041"')])
