from itertools import pairwise

print(list(pairwise("ABCD")), list(pairwise("A")), list(pairwise("")), list(pairwise(iter(range(4)))))
try:
    pairwise(3)
except TypeError as e:
    print(e)
