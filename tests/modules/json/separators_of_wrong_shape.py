import json

for separators in [(), (",",), (",", ":", "?"), 1, [1, 2], (",", None)]:
    try:
        json.dumps([1, {2: 3}], separators=separators)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
