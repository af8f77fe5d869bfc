"""async with timeout(...)."""

from . import core


class Timeout:
    def __init__(self, when):
        self._when = when
        self._timer = None
        self._task = None
        self._state = "created"

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            self._timer = core._loop.call_at(when, self._expire)

    def expired(self):
        return self._state in ("expiring", "expired")

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        self._state = "active"
        self._task = core.current_task()
        self._cancels = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if (
                self._task.uncancel() <= self._cancels
                and kind is not None
                and issubclass(kind, core.CancelledError)
            ):
                raise TimeoutError from error
        elif self._state == "active":
            self._state = "exited"

    def _expire(self):
        self._state = "expiring"
        self._timer = None
        self._task.cancel()


def timeout(delay):
    return Timeout(None if delay is None else core._loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
