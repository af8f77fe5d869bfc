# Results that would bloat the code are computed when it runs.
print((2**20000).bit_length(), (1 << 5000).bit_length(), len("ab" * 3000), len((1,) * 300))
print((2**4000).bit_length(), (10**300 * 10**300) == 10**600, 3 ** 2 ** 3)
for f in (lambda: 1 << 10**30, lambda: "x" * 10**30, lambda: (1,) * 10**30):
    try:
        f()
    except (OverflowError, MemoryError, ValueError) as e:
        print("refused")
