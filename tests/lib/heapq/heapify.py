import heapq

for items in ([], [1], [2, 1], list(range(10, 0, -1)), [3, 3, 1, 3, 2] * 4, list("krait")):
    heapq.heapify(items)
    print(items)
