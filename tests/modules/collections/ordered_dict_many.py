from collections import OrderedDict


d = OrderedDict()
for i in range(300):
    d[i] = i
    if i % 3 == 0 and i // 2 in d:
        d.move_to_end(i // 2)
    if i % 5 == 0 and i // 3 in d:
        d.move_to_end(i // 3, last=False)
    if len(d) > 50:
        d.popitem(last=i % 2 == 0)
print(len(d), all(k in d for k in d), sum(d.values()) == sum(d.keys()), list(d)[:5], list(d)[-5:])
