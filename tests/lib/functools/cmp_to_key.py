from functools import cmp_to_key

key = cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=key), max([3, 1, 2], key=key))
K = key
print(K(1) < K(2), K(1) > K(2), K(1) == K(1), K(1) != K(2), K(1) <= K(1), K(2) >= K(3))
print(K(obj=5).obj)
try:
    K(1) < 2
except TypeError as e:
    print(e)
try:
    hash(K(1))
except TypeError:
    print("unhashable")
try:
    sorted([1, 2], key=cmp_to_key(lambda a, b: 1 / 0))
except ZeroDivisionError as e:
    print(e)
