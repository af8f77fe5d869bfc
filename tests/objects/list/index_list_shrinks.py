class Shrink:
    def __eq__(self, other):
        del items[1:]
        return False


items = [1, 2, 3, 4]
try:
    items.index(Shrink())
except ValueError as e:
    print("ValueError")
print(items)
