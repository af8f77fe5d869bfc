class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        a.append(1)
        return self.n < other.n


a = [Item(3), Item(2), Item(1)]
try:
    a.sort()
except ValueError as e:
    print(e)
print([x.n for x in a])
