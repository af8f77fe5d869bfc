class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "stack"

    def push(self, x):
        self.append(x)

    def __getitem__(self, i):
        return ("item", super().__getitem__(i))


s = Stack(1, 2)
s.push(3)
print(s, len(s), s.name, s[0], isinstance(s, list), s == [1, 2, 3])
print(type(s + [4]).__name__, type(s.copy()).__name__, [x for x in s])
s.name = "other"
print(s.name, s.__dict__)
