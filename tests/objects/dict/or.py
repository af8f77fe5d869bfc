a = {1: 1, 2: 2}
b = {2: "b", 3: 3}
print(a | b, b | a, a)
a |= b
print(a)
a |= [(7, 8)]
print(a)


class D(dict):
    pass


print(type(D() | {}).__name__, type({} | D()).__name__)
