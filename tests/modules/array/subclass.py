from array import array


class Samples(array):
    def mean(self):
        return sum(self) // len(self)


s = Samples("h", [1, 2, 9])
s.rate = 8000
print(s.mean(), s.rate, s[0], len(s), isinstance(s, array), s == array("h", [1, 2, 9]))
s.append(100)
print(s.mean(), s.tolist(), type(s[1:]).__name__)
