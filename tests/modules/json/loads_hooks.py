import json

text = '{"a": {"b": 1.5}, "c": [1, -Infinity]}'
print(json.loads(text, object_hook=lambda d: sorted(d)))
print(json.loads(text, object_pairs_hook=lambda pairs: pairs))
print(json.loads(text, parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s, parse_constant=len))
print(json.loads('"a\tb"', strict=False))


class Decoder(json.JSONDecoder):
    def decode(self, s):
        return ["mine", super().decode(s)]


print(json.loads("[1]", cls=Decoder))
print(json.JSONDecoder().raw_decode('xé{"a":1} rest', 2))
