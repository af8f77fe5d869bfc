a = {1: 1, 2: 2, 3: 3}
b = {2: 2, 3: 0, 4: 4}
ka, kb = a.keys(), b.keys()
print(sorted(ka & kb), sorted(ka | kb), sorted(ka - kb), sorted(ka ^ kb))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()))
print(sorted(ka & [1, 2, 9]), sorted(ka | {7}), sorted({1, 9} - ka), sorted({1} | kb), type(ka & kb).__name__)
print(ka.isdisjoint(kb), ka.isdisjoint([8]), a.items().isdisjoint(b.items()))
