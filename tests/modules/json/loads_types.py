import json

for value in (1, None, [], object):
    try:
        json.loads(value)
    except TypeError as e:
        print(e)
for value in (b"\xff", b'"\xc3"'):
    try:
        json.loads(value)
    except UnicodeDecodeError as e:
        print(e)
