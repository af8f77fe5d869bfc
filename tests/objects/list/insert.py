a = []
a.insert(0, "a")
a.insert(100, "z")
a.insert(1, "m")
a.insert(-1, "y")
a.insert(-100, "first")
print(a)
