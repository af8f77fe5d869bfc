items = [1, 2, 3]
items.extend(items)
print(items)
items += ()
items += []
print(len(items))
items += (4,)
items.extend(items)
print(items)
empty = []
empty.extend(empty)
print(empty)
