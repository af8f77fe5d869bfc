class Item:
    count = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.count += 1
        if Item.count > 20:
            raise ZeroDivisionError("enough")
        return self.n < other.n


a = [Item((i * 7) % 30) for i in range(30)]
try:
    a.sort()
except ZeroDivisionError as e:
    print(e)
print(len(a), sorted(x.n for x in a) == list(range(30)))
