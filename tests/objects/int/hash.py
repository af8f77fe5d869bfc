print(hash(0), hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-(2**61)))
for n in (1, -7, 2**40, 2**53, 2**80, -(2**100), 10**22):
    print(hash(n), hash(n) == hash(float(n)) == hash(complex(n)))
print({1: "a", 2**70: "b"}[1.0], {2**70: "b"}[2.0**70], len({1, 1.0, True, 1 + 0j}))
