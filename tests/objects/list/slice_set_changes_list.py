class Source:
    def __iter__(self):
        a.clear()
        return iter([7, 8])


a = [1, 2, 3, 4, 5]
a[1:4] = Source()
print(a)
