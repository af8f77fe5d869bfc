"""Queue, LifoQueue, PriorityQueue."""

from collections import deque

from .locks import Event, _Waiters


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = _Waiters()
        self._putters = _Waiters()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init()

    # What the kinds of queues do differently.
    def _init(self):
        self._items = deque()

    def _get(self):
        return self._items.popleft()

    def _put(self, item):
        self._items.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters.wake_one()

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._get()
        self._putters.wake_one()
        return item

    async def _wait(self, waiters, blocked):
        future = waiters.wait()
        try:
            await future
        except BaseException:
            # A turn that was given and not taken goes to the next one.
            if future.done() and not future.cancelled() and not blocked():
                waiters.wake_one()
            raise
        finally:
            waiters.forget(future)

    async def put(self, item):
        while self.full():
            await self._wait(self._putters, self.full)
        self.put_nowait(item)

    async def get(self):
        while not self._items:
            await self._wait(self._getters, self.empty)
        return self.get_nowait()

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._finished.set()

    async def join(self):
        if self._unfinished:
            await self._finished.wait()


class LifoQueue(Queue):
    def _init(self):
        self._items = []

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _init(self):
        self._items = []  # the smallest last

    def _put(self, item):
        items = self._items
        low, high = 0, len(items)
        while low < high:
            middle = (low + high) // 2
            if items[middle] < item or not item < items[middle]:
                high = middle
            else:
                low = middle + 1
        items.insert(low, item)

    def _get(self):
        return self._items.pop()
