class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"N{self.n}"


print(sorted([N(2), N(3), N(1)]), sorted([N(2), N(3), N(1)], reverse=True))
