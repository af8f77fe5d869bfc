import heapq


def numbers(name, step):
    n = 0
    while True:
        print(name, n)
        yield n
        n += step


merged = heapq.merge(numbers("twos", 2), numbers("threes", 3))
for _ in range(5):
    print(next(merged))
