def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print([math.comb(7, k) for k in range(9)], math.comb(100, 50), math.comb(10**20, 2), math.comb(10**20, 10**20 - 1))
print([math.perm(5, k) for k in range(7)], math.perm(5), math.perm(5, None), math.perm(10**20, 3), math.perm(5, 10**20))
print(math.comb(True, 1), math.comb(0, 0), math.perm(0, 0), math.comb(500, 250) % 10**9)
attempt(math.comb, -1, 2)
attempt(math.comb, 5, -1)
attempt(math.perm, -1, 2)
attempt(math.perm, 5, -1)
attempt(math.perm, -1)
