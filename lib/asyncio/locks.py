"""Event, Lock, Semaphore, Condition, ThreadSafeFlag."""

import select
from collections import deque

from . import core


class _Waiters:
    """Tasks in the order in which they came."""

    def __init__(self):
        self._queue = deque()

    def __len__(self):
        return len(self._queue)

    def wait(self):
        future = core.Future()
        self._queue.append(future)
        return future

    def wake_one(self):
        while self._queue:
            future = self._queue.popleft()
            if not future.done():
                future.set_result(True)
                return True
        return False

    def wake_all(self):
        while self.wake_one():
            pass

    def forget(self, future):
        try:
            self._queue.remove(future)
        except ValueError:
            pass


class Event:
    def __init__(self):
        self._set = False
        self._waiters = _Waiters()

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        self._waiters.wake_all()

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            future = self._waiters.wait()
            try:
                await future
            finally:
                self._waiters.forget(future)
        return True


class ThreadSafeFlag:
    """May be set from an interrupt handler or another thread; one task waits."""

    def __init__(self):
        self.state = 0

    def ioctl(self, request, flags):
        return self.state * flags if request == 3 else -1

    def set(self):
        self.state = 1

    def clear(self):
        self.state = 0

    async def wait(self):
        while not self.state:
            await core.wait_readable(self)
        self.state = 0


class Lock:
    def __init__(self):
        self._locked = False
        self._waiters = _Waiters()

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and not len(self._waiters):
            self._locked = True
            return True
        future = self._waiters.wait()
        try:
            await future  # release() hands the lock over, locked
        except core.CancelledError:
            if future.done() and not future.cancelled():
                self._pass_on()
            raise
        finally:
            self._waiters.forget(future)
        return True

    def _pass_on(self):
        if not self._waiters.wake_one():
            self._locked = False

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock not acquired")
        self._pass_on()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = _Waiters()

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value > 0 and not len(self._waiters):
            self._value -= 1
            return True
        future = self._waiters.wait()
        try:
            await future
        except core.CancelledError:
            if future.done() and not future.cancelled():
                self.release()
            raise
        finally:
            self._waiters.forget(future)
        return True

    def release(self):
        if not self._waiters.wake_one():
            self._value += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock if lock is not None else Lock()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = _Waiters()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        future = self._waiters.wait()
        self.release()
        try:
            await future
            return True
        finally:
            self._waiters.forget(future)
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(n):
            if not self._waiters.wake_one():
                break

    def notify_all(self):
        self.notify(len(self._waiters))
