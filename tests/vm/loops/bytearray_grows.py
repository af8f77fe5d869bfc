# What is appended to a bytearray or list while it is looped over is seen.
b = bytearray(b"ab")
for item in b:
    if len(b) < 5:
        b.append(item + 10)
print(b)
items = [1]
for n in items:
    if n < 4:
        items.append(n + 1)
print(items)
