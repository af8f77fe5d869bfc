class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(L(3)), bool(L(0)), bool(L(1)))
for n in (-1, "a", 1.5, 2**100):
    try:
        print(len(L(n)))
    except Exception as e:
        print(type(e).__name__, e)
