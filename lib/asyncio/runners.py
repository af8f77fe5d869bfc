"""run() and Runner."""

from . import core


class Runner:
    """Runs coroutines one after the other in one loop; at its end cancels the tasks that are left."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *exc):
        self.close()

    def get_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        core._loop._closed = False
        return core._loop

    def run(self, coro, *, context=None):
        if not core._is_stepped(coro):
            raise ValueError("a coroutine was expected, got %r" % (coro,))
        if core._loop._running:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        return self.get_loop().run_until_complete(coro)

    def close(self):
        if not self._closed:
            self._closed = True
            _cancel_all()


def run(main, *, debug=None, loop_factory=None):
    if core._loop._running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner() as runner:
        return runner.run(main)


def run_until_complete(main_task):
    """MicroPython's: the same as the loop's method."""
    return core._loop.run_until_complete(main_task)


def _cancel_all():
    """What still runs is cancelled, and may clean up."""
    left = list(core._loop._tasks)
    for task in left:
        task.cancel()
    try:
        for task in left:
            core._loop._run_until(task.done)
        for task in left:
            if not task.cancelled() and task.exception() is not None:
                core._loop.call_exception_handler(
                    {
                        "message": "unhandled exception during asyncio.run() shutdown",
                        "exception": task.exception(),
                        "task": task,
                    }
                )
    finally:
        core._loop._tasks.clear()
        core._loop._ready.clear()
        core._loop._timers.clear()
        core._loop._handler = None
