class Evil:
    def __repr__(self):
        a.clear()
        return "evil"


a = [Evil(), 1, 2]
print(repr(a), a)
