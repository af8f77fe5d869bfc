# The last items at the limits of small and large numbers.
for i in range(2**31 - 2, 2**31 + 1):
    print(i)
for i in range(-(2**47) + 1, -(2**47) - 2, -1):
    print(i)
for i in range(2**47 - 2, 2**47 + 2, 3):
    print(i)
for i in range(2**100, 2**100 + 2):
    print(i)
