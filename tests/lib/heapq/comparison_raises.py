import heapq


class Item:
    def __lt__(self, other):
        raise ValueError("no order")


heap = [Item(), Item(), Item()]
before = set(map(id, heap))
for call in (lambda: heapq.heapify(heap), lambda: heapq.heapreplace(heap, heap[0])):
    try:
        call()
    except ValueError as e:
        print(e, set(map(id, heap)) == before)
