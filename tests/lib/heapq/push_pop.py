import heapq

heap = []
for item in [5, 3, 8, 1, 9, 1]:
    heapq.heappush(heap, item)
    print(heap)
while heap:
    print(heapq.heappop(heap), heap)
