# default() changes the containers that are being written.
import json

items = [object(), 1, 2, 3]


def shrink(o):
    del items[1:]
    return "o"


print(json.dumps(items, default=shrink))
table = {"a": object(), "b": 1}


def grow(o):
    table.clear()
    return "o"


text = json.dumps(table, default=grow)
print(text.startswith('{"a": "o"'))
