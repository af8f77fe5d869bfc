import json

value = {"b": [1, 2, {"x": []}], "a": {}, "c": {"d": 1}}
for options in (
    {"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"indent": 1, "separators": (",", ":")}, {"indent": -3},
    {"separators": (",", ":")}, {"sort_keys": True}, {"sort_keys": True, "indent": 4},
):
    print(json.dumps(value, **options))
