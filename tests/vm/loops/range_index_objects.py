# Arguments of range may be objects with __index__, bools or large ints.
class Index:
    def __index__(self):
        return 2
for i in range(Index(), 2 + Index().__index__()):
    print(i)
for i in range(True):
    print(i)
