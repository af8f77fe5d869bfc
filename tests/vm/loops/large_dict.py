# Large dicts and sets are looped over just as small ones.
d = dict.fromkeys(range(40000))
total = 0
for key in d:
    total += key
print(total)
s = set(range(40000))
count = 0
for item in s:
    count += 1
print(count)
