# Assigning to the variable does not disturb the loop, and the last value stays.
for i in range(4):
    i *= 10
    print(i)
print(i)
