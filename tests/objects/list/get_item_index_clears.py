class Index:
    def __index__(self):
        a.clear()
        return 1


a = [1, 2, 3]
try:
    a[Index()]
except IndexError as e:
    print(e)
a = [1, 2, 3]
try:
    a[Index()] = 5
except IndexError as e:
    print(e)
