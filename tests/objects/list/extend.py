a = [1]
a.extend((2, 3))
a.extend("ab")
a.extend({7: 8})
a.extend(x for x in range(3))
a.extend([])
print(a)
