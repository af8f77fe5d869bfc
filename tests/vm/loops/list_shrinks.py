# A list that gets shorter ends its loop earlier.
items = [1, 2, 3, 4, 5]
for n in items:
    print(n)
    items.pop()
