d = {}
for i in range(300):
    d[i * 1024] = i
    d[-i * 65536 - 1] = i
print(len(d), all(d[i * 1024] == i for i in range(300)), all(d[-i * 65536 - 1] == i for i in range(300)))
