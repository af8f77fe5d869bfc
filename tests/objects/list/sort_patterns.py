for n in (0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 100, 257):
    up = list(range(n))
    down = up[::-1]
    saw = [x % 5 for x in up]
    organ = up[: n // 2] + down[: n // 2]
    for a in (up, down, saw, organ):
        b = sorted(a)
        ok = all(not b[i + 1] < b[i] for i in range(len(b) - 1))
        print(ok and len(b) == len(a) and sum(b) == sum(a), end=" ")
print()
