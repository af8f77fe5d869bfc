import json

print(json.dumps({1: 2, None: 3, True: 4, 1.5: 6, 10**20: 7, float("inf"): 8}))
print(json.dumps({(1,): 2, "a": 1}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True))
try:
    json.dumps({1: 1, "a": 2}, sort_keys=True)
except TypeError as e:
    print(e)
print(json.dumps({3: 1, 2: 2}, sort_keys=True))
