a = [3, 1, 2, -5, 100, 0]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
b = ["b", "a", "C", "", "aa"]
b.sort()
print(b)
b.sort(key=str.lower)
print(b)
c = [2.5, -1.0, 1, True, 0]
c.sort()
print(c)
