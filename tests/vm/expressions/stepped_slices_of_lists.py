items = list(range(7))
for step in (1, 2, 3, -1, -2, -7, 100, -100):
    for start in (None, 0, 3, -2, 50, -50):
        print([items[start:stop:step] for stop in (None, 0, 5, -1, 50, -50)])
try:
    items[::0]
except ValueError as error:
    print(error)
items[1:3] = [9]
items[:0] = (7, 8)
items[5:] = items
print(items)
items[2:2] = []
items[1:1] = items[::-1]
print(items)
