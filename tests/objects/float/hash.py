inf = float("inf")
print(hash(0.0), hash(-0.0), hash(1.0), hash(-1.0), hash(1.5), hash(0.1), hash(1e300), hash(5e-324))
print(hash(inf), hash(-inf), hash(2.0**61), hash(-(2.0**100)), hash(1e16) == hash(10**16))
