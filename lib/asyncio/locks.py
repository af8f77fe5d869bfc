"""Event, Lock, Semaphore, Condition, Barrier, ThreadSafeFlag.

Tasks that wait stand in a queue of futures in the order in which they came. A future that is done
but still in the queue is a turn that was given to a task that has not yet run.
"""

from collections import deque

from _asyncio import wake

from . import core


async def _queued(waiters):
    """Waits in the queue for a turn."""
    future = core.Future()
    waiters.append(future)
    try:
        await future
    finally:
        waiters.remove(future)


def _give_turn(waiters):
    """To the first that has none; False if there is nobody."""
    for future in waiters:
        if not future._state:
            future.set_result(True)
            return True
    return False


def _any_waits(waiters):
    return any(not future.cancelled() for future in waiters)


class _WithBlock:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, traceback):
        self.release()


class Event:
    def __init__(self):
        self._set = False
        self._waiters = deque()

    def is_set(self):
        return self._set

    def set(self):
        if not self._set:
            self._set = True
            for future in self._waiters:
                if not future._state:
                    future.set_result(True)

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await _queued(self._waiters)
        return True


class ThreadSafeFlag:
    """May be set from an interrupt handler or another thread; one task waits."""

    def __init__(self):
        self.state = 0

    def ioctl(self, request, flags):
        return self.state * flags if request == 3 else -1

    def set(self):
        self.state = 1
        wake()

    def clear(self):
        self.state = 0

    async def wait(self):
        while not self.state:
            await core.wait_flag(self)
        self.state = 0


class Lock(_WithBlock):
    def __init__(self):
        self._locked = False
        self._waiters = deque()

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or _any_waits(self._waiters):
            try:
                await _queued(self._waiters)
            except core.CancelledError:
                if not self._locked:
                    _give_first_turn(self._waiters)
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        _give_first_turn(self._waiters)


def _give_first_turn(waiters):
    """To the first, unless a turn is on its way to it."""
    if waiters and not waiters[0]._state:
        waiters[0].set_result(True)


class Semaphore(_WithBlock):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = deque()

    def locked(self):
        return self._value == 0 or bool(self._waiters) and _any_waits(self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = core.Future()
        self._waiters.append(future)
        try:
            await future
        except core.CancelledError:
            if not future.cancelled():
                self._value += 1  # the turn was given and not taken
            raise
        finally:
            self._waiters.remove(future)
            self._give_turns()
        return True

    def _give_turns(self):
        while self._value > 0 and _give_turn(self._waiters):
            self._value -= 1

    def release(self):
        self._value += 1
        self._give_turns()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Condition(_WithBlock):
    def __init__(self, lock=None):
        self._lock = lock if lock is not None else Lock()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = deque()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await _queued(self._waiters)
            return True
        finally:
            await self._acquire_again()

    async def _acquire_again(self):
        """The lock is held whatever happens; a cancellation meanwhile comes after that."""
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except core.CancelledError as e:
                cancelled = e
        if cancelled is not None:
            raise cancelled

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
            if not _give_turn(self._waiters):
                break

    def notify_all(self):
        self.notify(len(self._waiters))


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets `parties` tasks go on together, again and again."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties = parties
        self.n_waiting = 0
        self.broken = False
        self._draining = False
        self._waiters = deque()  # of this round
        self._next = deque()  # who came while the last round was leaving

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, traceback):
        pass

    async def wait(self):
        while self._draining:
            await _queued(self._next)
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        index = self.n_waiting
        self.n_waiting += 1
        try:
            if self.n_waiting == self.parties:
                self._drain()
            else:
                try:
                    await _queued(self._waiters)
                except core.CancelledError:
                    if not self._draining:
                        await self.abort()
                    raise
                if self.broken and not self._draining:
                    raise BrokenBarrierError("Abort or reset of barrier")
            return index
        finally:
            self.n_waiting -= 1
            if self.n_waiting == 0:
                self._draining = False
                while _give_turn(self._next):
                    pass

    def _drain(self):
        self._draining = True
        while _give_turn(self._waiters):
            pass

    async def abort(self):
        self.broken = True
        while _give_turn(self._waiters):
            pass

    async def reset(self):
        if self.n_waiting:
            await self.abort()
            while self.n_waiting:
                await core.sleep_ms(0)
        self.broken = False
