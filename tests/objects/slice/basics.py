print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice("a", [], {}))
s = slice(1, 2, 3)
print(s.start, s.stop, s.step, s == slice(1, 2, 3), s != slice(1, 2), slice(1) == 1)
print(slice(1, 2) < slice(1, 3), slice(1, 2) >= slice(1, 2))
