class Seq:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i


s = Seq()
print(list(s), list(iter(s)), 2 in s, 7 in s, sum(s), max(s), type(iter(s)).__name__)
a, b, c = s
print(a, b, c)
