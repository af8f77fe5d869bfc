# A range object can be looped over again and again, also nested.
r = range(2)
for a in r:
    for b in r:
        print(a, b)
