class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter((1, 2, 3))

    def __length_hint__(self):
        return self.hint


for hint in (0, 3, 100000, NotImplemented):
    print(list(Hint(hint)))
