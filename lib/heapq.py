"""Heaps in lists, and what can be done with them: merging, the n best of many."""
from _heapq import heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest",
           "nsmallest"]


class _Item:
    """A value on its way: `order` decides among equal keys, the lower one comes first."""

    __slots__ = ("key", "order", "value", "rest")

    def __init__(self, key, order, value, rest=None):
        self.key = key
        self.order = order
        self.value = value
        self.rest = rest


class _Rising(_Item):
    __slots__ = ()

    def __lt__(self, other):
        if self.order < other.order:
            return not other.key < self.key
        return self.key < other.key


class _Falling(_Item):
    __slots__ = ()

    def __lt__(self, other):
        if self.order < other.order:
            return not self.key < other.key
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    """All items of sorted iterables, sorted; holds one item of each at a time."""
    kind = _Falling if reverse else _Rising
    heap = []
    for order, iterable in enumerate(iterables):
        rest = iter(iterable)
        for value in rest:
            heap.append(kind(value if key is None else key(value), order, value, rest))
            break
    heapify(heap)
    while heap:
        first = heap[0]
        yield first.value
        for value in first.rest:
            first.value = value
            first.key = value if key is None else key(value)
            heapreplace(heap, first)
            break
        else:
            heappop(heap)


def _best(n, iterable, key, kind):
    # A heap of the best so far with the worst on top: orders are counted downwards, so that of
    # equal keys the later one is the worse.
    if n <= 0:
        return []
    heap = []
    order = 0
    for value in iterable:
        item = kind(value if key is None else key(value), order, value)
        order -= 1
        if len(heap) < n:
            heappush(heap, item)
        else:
            heappushpop(heap, item)
    heap.sort(reverse=True)
    return [item.value for item in heap]


def nsmallest(n, iterable, key=None):
    """As sorted(iterable, key=key)[:n], holding n items."""
    return _best(n, iterable, key, _Falling)


def nlargest(n, iterable, key=None):
    """As sorted(iterable, key=key, reverse=True)[:n], holding n items."""
    return _best(n, iterable, key, _Rising)
