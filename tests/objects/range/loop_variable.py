for i in range(3):
    i = 100
print(i)
total = 0
for i in range(10, 0, -1):
    total = total * 2 + i
else:
    print("else", i)
print(total)
