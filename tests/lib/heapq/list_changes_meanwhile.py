import heapq


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        heap.clear()
        return self.value < other.value


heap = [Item(2), Item(1)]
try:
    heapq.heappush(heap, Item(0))
except RuntimeError as e:
    print("RuntimeError", e)
print(len(heap))
