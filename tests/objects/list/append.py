a = []
for i in range(20):
    a.append(i * i)
print(a, len(a))
print(a.append(None), a[-1])
