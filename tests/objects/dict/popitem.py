d = {i: i * i for i in range(20)}
while d:
    print(d.popitem(), end=" ")
print()
try:
    d.popitem()
except KeyError as e:
    print("KeyError", e)
