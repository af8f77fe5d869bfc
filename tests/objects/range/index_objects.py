class I:
    def __index__(self):
        return 3


print(range(I()), range(True), list(range(False, I(), True)))
