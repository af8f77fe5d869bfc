# mps2: no, because the text alone takes most of its memory
# stress: no, because a million levels would be collected a million times
import json

for n in (10, 1000, 10**6):
    try:
        value = json.loads("[" * n + "]" * n)
        depth = 0
        while value:
            value = value[0]
            depth += 1
        print(depth + 1 == n)
    except RecursionError:
        print(n > 500)
try:
    json.loads('{"a":' * 10**6)
except (RecursionError, ValueError) as e:
    print("refused")
