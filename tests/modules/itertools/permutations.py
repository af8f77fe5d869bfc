from itertools import permutations

print(list(permutations("ABC", 2)))
print(list(permutations(range(3))), list(permutations([])), list(permutations("ab", 3)), list(permutations("ab", 0)))
print(len(list(permutations(range(6)))), len(set(permutations(range(6), 4))), list(permutations(range(4), 3))[-3:])
for bad in ("ab", -1), ("ab", "x"), (1,):
    try:
        permutations(*bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
