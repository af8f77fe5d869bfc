a = {1: 1, 2: 2}
print(a.keys() == {1, 2}, a.keys() == {2: 0, 1: 0}.keys(), a.keys() < {1, 2, 3}, a.keys() <= {1, 2})
print(a.keys() > {1}, a.keys() >= {1, 5}, a.keys() != {1}, {1, 2} == a.keys(), {1} < a.keys())
print(a.items() == {(1, 1), (2, 2)}, a.items() > {(1, 1)}, a.keys() == [1, 2], a.values() == a.values())
