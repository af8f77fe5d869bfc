# Where numbers stop fitting into a word.
for bits in (30, 31, 32, 46, 47, 48, 62, 63, 64):
    n = 2**bits
    print(n - 1 + 1 == n, -n, -n - 1, n - 1 - n, (n - 1) * (n + 1) == n * n - 1, n // 2 + n // 2)
