"""Queue, LifoQueue, PriorityQueue."""

from collections import deque

from .locks import Event, _give_turn, _queued


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
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
        self._finished._set = False
        if self._getters:
            _give_turn(self._getters)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._get()
        if self._putters:
            _give_turn(self._putters)
        return item

    async def put(self, item):
        while self.full():
            try:
                await _queued(self._putters)
            except BaseException:
                if not self.full():  # a turn that was given and not taken goes on
                    _give_turn(self._putters)
                raise
        self.put_nowait(item)

    async def get(self):
        while not self._items:
            try:
                await _queued(self._getters)
            except BaseException:
                if self._items:
                    _give_turn(self._getters)
                raise
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
            if item < items[middle]:
                low = middle + 1
            else:
                high = middle
        items.insert(low, item)

    def _get(self):
        return self._items.pop()
