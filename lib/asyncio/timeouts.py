"""async with timeout(...)."""

from . import core


class Timeout:
    def __init__(self, when, ms=None):
        self._when = when
        self._ms = ms  # counted from the entry: exact where floats are small
        self._timer = None
        self._task = None
        self._state = "created"

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._when = when
        self._start(None if when is None else (when - core._loop.time()) * 1000)

    def _start(self, ms):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if ms is None:
            return
        if ms <= 0:
            self._timer = core._loop.call_soon(self._expire)
        else:
            self._timer = core.TimerHandle(round(ms), self._expire, ())

    def expired(self):
        return self._state in ("expiring", "expired")

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        self._task = core._loop._current
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._cancels = self._task.cancelling()
        self._state = "active"
        if self._ms is not None:
            self._start(self._ms)
        else:
            self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancels and kind is core.CancelledError:
                raise TimeoutError from error
        elif self._state == "active":
            self._state = "exited"

    def _expire(self):
        self._state = "expiring"
        self._timer = None
        self._task.cancel()

    def __repr__(self):
        if self._state == "active":
            return "<Timeout [active] when=%r>" % self._when
        return "<Timeout [%s]>" % self._state


def timeout(delay):
    if delay is None:
        return Timeout(None)
    return Timeout(core._loop.time() + delay, delay * 1000)


def timeout_at(when):
    return Timeout(when)
