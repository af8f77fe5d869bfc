"""Task, and what is awaited without a future: sleep() and waiting for a stream."""

from _asyncio import Sleep, sleep as _start_sleep
from .futures import CancelledError, Future, _cancellation, _CANCELLED, _FINISHED, _PENDING, _STATES
from .loop import _loop

# The most that ticks can tell apart, and so what sleep_ms() takes; sleep() goes beyond.
_LONGEST_MS = 0x1FFFFFFF


class Task(Future):
    """A coroutine that runs in the loop."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = None
        self._retrieved = False
        self.coro = coro
        if name is None:
            _loop._named += 1  # not the class's: changing that empties caches
            name = "Task-%d" % _loop._named
        self._name = str(name)
        self._turn = 0
        self._throw = None  # to be raised in the coroutine at its next turn
        self._awaits = None  # the future it waits for
        self._cancels = 0
        self._sleep = Sleep()
        if context is None and _loop._copy_context is not None:
            context = _loop._copy_context()
        self._context = context
        self._is_ready = True
        _loop._tasks.add(self)
        _loop._ready.append(self)

    def get_coro(self):
        return self.coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._cancels += 1
        # What it waits for is cancelled, and that comes back to it.
        if self._awaits is not None and self._awaits.cancel(msg):
            return True
        if self._throw is None:
            self._throw = _cancellation(msg)
        if self is not _loop._current:
            self._wake(self._turn)
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _wake(self, turn):
        if turn == self._turn and not self._is_ready and self._state == _PENDING:
            self._turn = turn + 1
            self._is_ready = True
            _loop._ready.append(self)

    def _step(self):
        self._is_ready = False
        throw = self._throw
        try:
            if throw is None:
                yielded = self.coro.send(None)
            else:
                self._throw = self._awaits = None
                _loop._timers.remove(self)
                yielded = self.coro.throw(throw)
        except StopIteration as e:
            if self._throw is not None:  # it cancelled itself, and then returned
                self._exception = self._throw
                self._end(_CANCELLED)
            else:
                self._result = e.value
                self._end(_FINISHED)
        except CancelledError as e:
            self._exception = e
            self._end(_CANCELLED)
        except BaseException as e:
            self._exception = e
            self._end(_FINISHED)
            if isinstance(e, (KeyboardInterrupt, SystemExit)):
                raise
            if not self._retrieved:
                _loop._call_soon(_report, (self,))
        else:
            if yielded is None:
                self._wake(self._turn)
                return
            if yielded is not True:  # True: noted (loop.py)
                if type(yielded) is int:
                    _loop._timers.push(yielded, self, self._turn)
                else:
                    self._throw = RuntimeError("Task got bad yield: %r" % (yielded,))
            if self._throw is not None:  # it cancelled itself, and then waited
                if self._awaits is not None and self._awaits.cancel(*self._throw.args):
                    self._throw = None
                else:
                    self._wake(self._turn)

    def _end(self, state):
        self._turn += 1
        self._awaits = self._throw = None
        _loop._tasks.discard(self)
        self._finish(state)

    def __repr__(self):
        text = "<Task %s name=%r coro=%r" % (_STATES[self._state], self._name, self.coro)
        if self._state == _FINISHED:
            if self._exception is not None:
                return "%s exception=%r>" % (text, self._exception)
            return "%s result=%r>" % (text, self._result)
        return text + ">"


def _report(task):
    # Differs: CPython reports when the task is collected; here a failed task that nobody waits for
    # is told at once, as MicroPython does.
    if not task._retrieved:
        _loop.call_exception_handler(
            {
                "message": "Task exception was never retrieved",
                "exception": task._exception,
                "future": task,
            }
        )


def current_task(loop=None):
    """The task that runs; None in a callback."""
    if not _loop._running:
        raise RuntimeError("no running event loop")
    return _loop._current


def all_tasks(loop=None):
    if not _loop._running and loop is None:
        raise RuntimeError("no running event loop")
    return set(_loop._tasks)


def iscoroutine(obj):
    return hasattr(obj, "__await__") and _is_stepped(obj)


def _is_stepped(obj):
    """True for generators, too, which MicroPython's coroutines are."""
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "close")


def iscoroutinefunction(func):
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and bool(code.co_flags & 0x80)


def _stepped(coro):
    if _is_stepped(coro):
        return coro
    if hasattr(coro, "asend"):  # a coroutine that yields to the loop, in MicroPython's drivers
        return _wrap(coro)
    raise TypeError("a coroutine was expected, got %r" % (coro,))


async def _wrap(awaitable):
    return await awaitable


def ensure_future(awaitable, *, loop=None):
    if isinstance(awaitable, Future):
        return awaitable
    if _is_stepped(awaitable):
        return Task(awaitable)
    if hasattr(awaitable, "__await__"):
        return Task(_wrap(awaitable))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


def create_task(coro, *, name=None, context=None):
    """Differs: works also before the loop runs, as in MicroPython."""
    return Task(_stepped(coro), name=name, context=context)


# --- waiting


def sleep_ms(ms):
    if ms > _LONGEST_MS:
        raise OverflowError("sleep_ms() of more than %d ms" % _LONGEST_MS)
    task = _loop._current
    return _start_sleep(None if task is None else task._sleep, ms)


def sleep(delay, result=None):
    task = _loop._current
    return _start_sleep(None if task is None else task._sleep, round(delay * 1000), result)


class _StreamWait:
    def __init__(self, stream, index):
        self._stream = stream
        self._index = index
        self._waits = False

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        if self._waits:
            raise StopIteration
        self._waits = True
        _loop._streams.note(self._stream, self._index, _loop._current)
        return True

    def throw(self, kind, value=None, traceback=None):
        _loop._streams.leave(self._stream, self._index)
        raise kind if value is None else value


def wait_readable(stream):
    """Waits until the stream (anything that select.poll takes) has something to read."""
    return _StreamWait(stream, 1)


def wait_writable(stream):
    return _StreamWait(stream, 3)


class _QueuedWait:
    """Stands for what the task waits for, so that cancelling the task ends that."""

    def __init__(self, stream, index):
        self._stream = stream
        self._index = index
        self._task = _loop._current
        _loop._streams.note(stream, index, self._task)
        self._task._awaits = self

    def cancel(self, message=None):
        _loop._streams.leave(self._stream, self._index, self._task)
        return False


class _IoQueue:
    """Drivers written for MicroPython yield what these return, in a coroutine or a generator."""

    def queue_read(self, stream):
        _QueuedWait(stream, 1)
        return True

    def queue_write(self, stream):
        _QueuedWait(stream, 3)
        return True

    def remove(self, task):
        _loop._streams.leave_all(task)


io_queue = _IoQueue()


class _FlagWait:
    def __init__(self, flag):
        self._flag = flag
        self._note = None

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        if self._note is not None:
            raise StopIteration
        task = _loop._current
        self._note = (self._flag, task, task._turn)
        _loop._flags.append(self._note)
        return True

    def throw(self, kind, value=None, traceback=None):
        if self._note in _loop._flags:
            _loop._flags.remove(self._note)
        raise kind if value is None else value


def wait_flag(flag):
    """Waits until `flag.state` is true. Who sets it, in any thread, calls _asyncio.wake() then."""
    return _FlagWait(flag)
