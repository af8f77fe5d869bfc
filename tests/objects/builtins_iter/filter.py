print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda x: x > 1, range(4))))
print(list(filter(bool, [])), next(filter(str.isdigit, "ab3")))
