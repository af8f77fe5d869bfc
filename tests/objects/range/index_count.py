r = range(0, 20, 3)
print(r.index(9), r.count(9), r.count(10), r.index(9.0), r.count(9.0))
for x in (10, "a", 21):
    try:
        r.index(x)
    except ValueError as e:
        print(e)
