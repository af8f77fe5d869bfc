s = set(range(50))
seen = []
while s:
    seen.append(s.pop())
print(sorted(seen) == list(range(50)), s)
