import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def as_dict(o):
    if isinstance(o, Point):
        return {"x": o.x, "y": o.y}
    raise TypeError("not " + type(o).__name__)


print(json.dumps([Point(1, Point(2, 3))], default=as_dict))
try:
    json.dumps(Point(1, object()), default=as_dict)
except TypeError as e:
    print(e)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({"z": 1j}, cls=Encoder), Encoder(indent=1).encode([2j]))
print("".join(json.JSONEncoder().iterencode([1, {"a": None}])))
try:
    json.dumps(object(), cls=Encoder)
except TypeError as e:
    print(e)
try:
    json.dumps(1, default=lambda o: o, bad=1)
except TypeError:
    print("TypeError")
o = object()
try:
    json.dumps(o, default=lambda x: x)
except ValueError as e:
    print(e)
