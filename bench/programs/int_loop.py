# Integer arithmetic in nested loops: Collatz lengths.
def longest(limit):
    best = best_start = 0
    for start in range(1, limit):
        n = start
        length = 1
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            length += 1
        if length > best:
            best = length
            best_start = start
    return best_start, best


print(longest(60000))
