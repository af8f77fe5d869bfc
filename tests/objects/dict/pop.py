d = {1: "a", 2: "b"}
print(d.pop(1), d.pop(9, None), d.pop(9, "x"), d)
try:
    d.pop(9)
except KeyError as e:
    print("KeyError", e)
try:
    d.pop()
except TypeError as e:
    print("TypeError")
