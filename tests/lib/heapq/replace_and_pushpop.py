import heapq

heap = [2, 4, 3]
print(heapq.heapreplace(heap, 9), heap)
print(heapq.heapreplace(heap, 0), heap)
print(heapq.heappushpop(heap, -1), heap)
print(heapq.heappushpop(heap, 5), heap)
print(heapq.heappushpop([], 7))
