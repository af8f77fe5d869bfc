class Evil:
    def __repr__(self):
        d.clear()
        return "evil"


d = {1: Evil(), 2: 3}
print(d)
print(d)
