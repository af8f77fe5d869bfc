print([1] + [2, 3], [] + [], [1] + [])
a = [1]
b = a + []
print(a is b)


class Right:
    def __radd__(self, other):
        return ("radd", other)


print([1] + Right())
