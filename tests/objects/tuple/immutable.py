t = (1, [2])
for f in ("t[0] = 1", "del t[0]", "t.append(1)", "t[1:] = ()"):
    try:
        exec(f)
    except Exception as e:
        print(type(e).__name__, e)
t[1].append(3)
print(t)
try:
    t[1] += [4]
except TypeError as e:
    print(e, t)
