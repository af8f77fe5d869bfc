class Eq:
    def __eq__(self, other):
        items.clear()
        return True


items = [1, 2, 3]
print(items.count(Eq()), items)
