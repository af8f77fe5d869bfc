a = []
for i in range(100):
    a.insert(0, i)
print(a == list(range(99, -1, -1)))
for i in range(100):
    a.insert(len(a) // 2, -i)
print(len(a), a[0], a[-1], sum(a))
