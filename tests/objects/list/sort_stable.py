a = [(i % 3, i) for i in range(30)]
a.sort(key=lambda p: p[0])
print(a)
a.sort(key=lambda p: p[0], reverse=True)
print(a)
