import json


class Out:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class In:
    def __init__(self, text):
        self.text = text

    def read(self):
        return self.text


out = Out()
value = {"n": list(range(500)), "s": "x" * 2000}
json.dump(value, out, indent=1)
print("".join(out.parts) == json.dumps(value, indent=1), all(isinstance(p, str) for p in out.parts))
print(json.load(In('{"a": 1}')), json.load(In(b"[2]")))
