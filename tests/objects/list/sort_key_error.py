def key(x):
    if x == 3:
        raise KeyError("three")
    return x


a = [5, 4, 3, 2, 1]
try:
    a.sort(key=key)
except KeyError as e:
    print("KeyError", e)
print(a)
