import json

a = []
a.append(a)
d = {}
d["d"] = [d]
deep = []
for _ in range(100):
    deep = [deep]
inner = deep
while inner:
    inner = inner[0]
inner.append(deep)
for value in (a, d, deep):
    try:
        print(json.dumps(value))
    except ValueError as e:
        print(e)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
try:
    json.dumps(a, check_circular=False)
except RecursionError:
    print("RecursionError")
shared = [1]
print(json.dumps([shared, shared]))
