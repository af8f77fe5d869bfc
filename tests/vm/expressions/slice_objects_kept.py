# A slice that a class's method gets is its own, also in nested use.
class Keep:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        self.last = (key, value)
k = Keep()
a = k[1:2]
b = k[k[3:4].start:5:6]
k[7:8] = 9
print(a, b, k.last)
class Index:
    def __index__(self):
        return len([0, 1, 2][1:])
print([1, 2, 3, 4][Index():], "abcd"[:Index()])
