print(hash((1, 2)) == hash((1.0, 2)), hash(()) == hash(()), hash((1, (2, "a"))) == hash((1, (2, "a"))))
print(len({(1, 2), (1.0, 2), (2, 1)}))
d = {(1, "a"): 1, (): 2}
print(d[(1, "a")], d[()], (True, "a") in d)
try:
    hash((1, []))
except TypeError as e:
    print(e)
