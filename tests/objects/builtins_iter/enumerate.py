print(list(enumerate("abc")), list(enumerate([], 5)), list(enumerate("ab", start=10**20)))
e = enumerate("xy")
print(next(e), iter(e) is e, next(e), next(e, "end"))
