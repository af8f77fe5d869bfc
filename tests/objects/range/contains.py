r = range(0, 20, 3)
print(3 in r, 4 in r, 18 in r, 20 in r, -3 in r, 3.0 in r, 3.5 in r, "a" in r, True in range(2), None in r)
d = range(20, 0, -5)
print(20 in d, 5 in d, 0 in d, 25 in d, 10**40 in d)
