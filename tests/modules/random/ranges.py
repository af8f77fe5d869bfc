import random

print(all(0 <= random.random() < 1 for _ in range(1000)))
print(sorted({random.randint(1, 6) for _ in range(500)}))
print(sorted({random.randrange(10, 0, -3) for _ in range(500)}))
print(sorted({random.randrange(3) for _ in range(200)}), {random.randrange(7, 8) for _ in range(9)})
print(all(0 <= random.getrandbits(9) < 512 for _ in range(1000)), random.getrandbits(0))
big = [random.randrange(10**40, 10**40 + 3) - 10**40 for _ in range(200)]
print(sorted(set(big)))
print(max(random.getrandbits(200) for _ in range(50)).bit_length() > 190)
print(sorted({random.choice("abc") for _ in range(200)}))
print(all(2 <= random.uniform(2, 5) <= 5 for _ in range(1000)))
print(all(-3 <= random.triangular(-3, 5, 0) <= 5 for _ in range(1000)))
print(len(random.randbytes(13)), random.randbytes(0))
