def f(**kwargs):
    return kwargs


print(f(b=1, a=2), f(**{"z": 1}, y=2))
try:
    f(**{1: 2})
except TypeError as e:
    print("TypeError")
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print("TypeError")
