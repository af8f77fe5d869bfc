class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1:2], s[::2], s[:], s[1, 2:3], s[...], s[()])
s[1:] = 5
del s[:2, 3]
