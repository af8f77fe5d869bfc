# Parameters are written as forms are.
try:
    from requests._url import form
except ImportError:
    from urllib.parse import urlencode

    def form(items):
        items = items.items() if hasattr(items, "items") else items
        return urlencode([(k, v) for k, v in items if v is not None], doseq=True)

print(form({"a": 1, "b": "x y", "c": "&=+", "d": "\xe4\u20ac", "e": b"\xff"}))
print(form([("a", 1), ("a", 2), ("b", None), ("c", "")]))
print(form({"list": [1, "two"], "tuple": (), "quote": "~-._'()*!"}))
print(repr(form({})))
