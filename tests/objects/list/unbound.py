a = []
list.append(a, 1)
print(a, list.__len__(a), list.__getitem__(a, 0), list.__contains__(a, 1))
try:
    list.append(1, 2)
except TypeError as e:
    print("TypeError")
try:
    list.append((), 2)
except TypeError as e:
    print("TypeError")
