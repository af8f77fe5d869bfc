"""Between the loop and other threads: to_thread, run_coroutine_threadsafe."""

from . import core
from .loop import _loop


def _settle(future, result, error):
    if not future.done():
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)


async def to_thread(func, *args, **kwargs):
    """Differs: on a board without threads the function runs at once, and the others wait."""
    try:
        from _thread import start_new_thread
    except ImportError:
        return func(*args, **kwargs)

    future = core.Future()
    context = None if _loop._copy_context is None else _loop._copy_context()

    def work():
        result = error = None
        try:
            if context is None:
                result = func(*args, **kwargs)
            else:
                result = context.run(func, *args, **kwargs)
        except BaseException as e:
            error = e
        _loop.call_soon_threadsafe(_settle, future, result, error)

    start_new_thread(work, ())
    return await future


class _Outcome:
    """The outcome of a task, for a thread that waits for it."""

    def __init__(self):
        from _thread import allocate_lock

        self._task = None  # until the loop has made it
        self._wants_cancel = False
        self._pending = allocate_lock()
        self._pending.acquire()

    def _start(self, coro):
        self._task = core.ensure_future(coro)
        self._task.add_done_callback(self._end)
        if self._wants_cancel:
            self._task.cancel()

    def _end(self, task):
        task._retrieved = True
        self._pending.release()

    def _wait(self, timeout):
        if timeout is None:
            self._pending.acquire()
        elif not self._pending.acquire(timeout > 0, timeout if timeout > 0 else -1):
            raise TimeoutError
        self._pending.release()
        return self._task

    def result(self, timeout=None):
        return self._wait(timeout).result()

    def exception(self, timeout=None):
        return self._wait(timeout).exception()

    def done(self):
        return not self._pending.locked()

    def running(self):
        return not self.done()

    def cancelled(self):
        return self.done() and self._task.cancelled()

    def cancel(self):
        if self.done():
            return False
        self._wants_cancel = True
        if self._task is not None:
            _loop.call_soon_threadsafe(self._task.cancel)
        return True


def run_coroutine_threadsafe(coro, loop):
    """Runs it in the loop; called in another thread, which can wait for the result."""
    if not core.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    outcome = _Outcome()
    loop.call_soon_threadsafe(outcome._start, coro)
    return outcome
