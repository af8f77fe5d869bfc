"""The event loop: tasks, timers and waiting for streams.

A task that waits is noted where it waits (a timer, a future, the poller) together with its `_turn`,
a number that moves on whenever the task is made ready. Whoever wakes a task says which turn it
means, so a note that has become stale (the task was cancelled meanwhile) is simply ignored. A task
stands at most once in the queue of those that are ready.

What is awaited tells the loop by what it yields: _NOTED if it has noted the task somewhere; None
leaves the task ready, so that it goes on in the loop's next round.
"""

import select
import time
from collections import deque
from time import ticks_add, ticks_diff, ticks_ms

__all__ = (
    "CancelledError",
    "TimeoutError",
    "InvalidStateError",
    "Future",
    "Task",
    "Handle",
    "TimerHandle",
    "Loop",
    "AbstractEventLoop",
    "all_tasks",
    "create_task",
    "current_task",
    "ensure_future",
    "get_event_loop",
    "get_running_loop",
    "iscoroutine",
    "isfuture",
    "new_event_loop",
    "set_event_loop",
    "sleep",
    "sleep_ms",
    "to_thread",
    "wait_readable",
    "wait_writable",
)

CancelledError = CancelledError
TimeoutError = TimeoutError

_NOTED = True
_PENDING = 0
_FINISHED = 1
_CANCELLED = 2
_STATES = ("pending", "finished", "cancelled")

# Ticks wrap; a timer that is further away than this is set again on the way.
_FARTHEST_MS = 0x1FFFFFFF

# ipoll() returns also when callbacks have run, as these may have made tasks ready.
_UNTIL_CALLBACKS = 2


class InvalidStateError(Exception):
    pass


class Future:
    """A result that comes later. `await` waits for it."""

    def __init__(self, *, loop=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = None  # functions, and (task, turn) of tasks that wait
        self._retrieved = False

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def result(self):
        if self._state == _PENDING:
            raise InvalidStateError("Result is not set.")
        self._retrieved = True
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._retrieved = True
        if self._state == _CANCELLED:
            raise self._exception
        return self._exception

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish(_FINISHED)

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        self._finish(_FINISHED)

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._exception = _cancellation(msg)
        self._finish(_CANCELLED)
        return True

    def add_done_callback(self, callback, *, context=None):
        if self._state != _PENDING:
            _loop._call_soon(callback, (self,))
        elif self._callbacks is None:
            self._callbacks = [callback]
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        if not self._callbacks:
            return 0
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return _loop

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, None
        if callbacks:
            self._retrieved = True
            for callback in callbacks:
                if type(callback) is tuple:
                    callback[0]._wake(callback[1])
                else:
                    _loop._call_soon(callback, (self,))

    def __await__(self):
        if self._state == _PENDING:
            task = _loop._current
            if task is self:
                raise RuntimeError("Task cannot await on itself: %r" % self)
            note = (task, task._turn)
            if self._callbacks is None:
                self._callbacks = [note]
            else:
                self._callbacks.append(note)
            task._awaits = self
            yield _NOTED
            task._awaits = None
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        if self._state == _FINISHED:
            if self._exception is not None:
                return "<Future finished exception=%r>" % self._exception
            return "<Future finished result=%r>" % (self._result,)
        return "<Future %s>" % _STATES[self._state]


def _cancellation(msg):
    return CancelledError() if msg is None else CancelledError(msg)


class Task(Future):
    """A coroutine that runs in the loop."""

    _count = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = None
        self._retrieved = False
        self.coro = coro
        if name is None:
            Task._count += 1
            name = "Task-%d" % Task._count
        self._name = str(name)
        self._turn = 0
        self._throw = None  # to be raised in the coroutine at its next turn
        self._awaits = None  # the future it waits for
        self._cancels = 0
        self._is_ready = True
        _loop._tasks.add(self)
        _loop._ready.append(self)

    def get_coro(self):
        return self.coro

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
            elif yielded is not _NOTED:
                self._throw = RuntimeError("Task got bad yield: %r" % (yielded,))
                self._wake(self._turn)
            elif self._throw is not None:  # it cancelled itself, and then waited
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


class Handle:
    """A function that the loop calls once."""

    def __init__(self, callback, args):
        self._callback = callback
        self._args = args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _wake(self, turn):
        if not self._cancelled:
            _loop._ready.append(self)

    def _step(self):
        if self._cancelled:
            return
        _loop._current = None
        callback, args = self._callback, self._args
        try:
            callback(*args)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as e:
            _loop.call_exception_handler(
                {
                    "message": "Exception in callback %r" % (callback,),
                    "exception": e,
                    "handle": self,
                }
            )


class TimerHandle(Handle):
    def __init__(self, ms, callback, args):
        super().__init__(callback, args)
        self._when = _loop.time() + ms / 1000
        self._left_ms = ms
        self._wake(0)

    def when(self):
        return self._when

    def _wake(self, turn):
        ms = self._left_ms
        if self._cancelled:
            return
        if ms is None:
            _loop._ready.append(self)
        elif ms > _FARTHEST_MS:
            self._left_ms = ms - _FARTHEST_MS
            self._ticks = _loop._note_timer(_FARTHEST_MS, self, 0)
        else:
            self._left_ms = None
            self._ticks = _loop._note_timer(ms, self, 0)

    def cancel(self):
        if not self._cancelled:
            super().cancel()
            _loop._forget_timer(self._ticks, self)


class _Streams:
    """Tasks that wait for streams to become readable or writable."""

    def __init__(self):
        self.poller = select.poll()
        self.waiting = {}  # id -> [stream, reader, reader's turn, writer, writer's turn]

    def wait(self, stream, index):
        """Notes the current task; index is 1 to read, 3 to write."""
        task = _loop._current
        entry = self.waiting.get(id(stream))
        if entry is None:
            self.poller.register(stream, select.POLLIN if index == 1 else select.POLLOUT)
            entry = self.waiting[id(stream)] = [stream, None, 0, None, 0]
        elif entry[index] is not None and entry[index] is not task:
            raise RuntimeError("another task already waits for this stream")
        entry[index] = task
        entry[index + 1] = task._turn
        if entry[4 - index] is not None:
            self.poller.modify(stream, select.POLLIN | select.POLLOUT)

    def leave(self, stream, index):
        """The task does not wait any more."""
        entry = self.waiting.get(id(stream))
        if entry is not None:
            entry[index] = None
            self._update(entry)

    def _update(self, entry):
        stream = entry[0]
        if entry[1] is None and entry[3] is None:
            del self.waiting[id(stream)]
            self.poller.unregister(stream)
        elif entry[1] is None or entry[3] is None:
            self.poller.modify(stream, select.POLLIN if entry[3] is None else select.POLLOUT)

    def forget(self, stream):
        """The stream is about to be closed; who waits for it goes on and meets that."""
        entry = self.waiting.pop(id(stream), None)
        if entry is not None:
            self.poller.unregister(stream)
            for index in (1, 3):
                if entry[index] is not None:
                    entry[index]._wake(entry[index + 1])

    def serve(self, timeout_ms):
        for stream, events in self.poller.ipoll(timeout_ms, _UNTIL_CALLBACKS):
            entry = self.waiting[id(stream)]
            if events & ~select.POLLOUT and entry[1] is not None:
                task, entry[1] = entry[1], None
                task._wake(entry[2])
            if events & ~select.POLLIN and entry[3] is not None:
                task, entry[3] = entry[3], None
                task._wake(entry[4])
            self._update(entry)


class Loop:
    def __init__(self):
        self._clear()

    def _clear(self):
        self._ready = deque()
        self._timers = []  # (ticks, task or handle, turn), the next one last
        self._streams = _Streams()
        self._tasks = set()
        self._current = None
        self._stopping = False
        self._handler = None
        self._running = False
        self._closed = False

    # --- scheduling

    def _call_soon(self, callback, args):
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    def _note_timer(self, ms, task, turn):
        """Wakes the task so many milliseconds from now; timers of one time in their order."""
        ticks = ticks_add(ticks_ms(), ms)
        timers = self._timers
        low, high = 0, len(timers)
        while low < high:
            middle = (low + high) // 2
            if ticks_diff(timers[middle][0], ticks) > 0:
                low = middle + 1
            else:
                high = middle
        timers.insert(low, (ticks, task, turn))
        return ticks

    def _forget_timer(self, ticks, task):
        timers = self._timers
        low, high = 0, len(timers)
        while low < high:
            middle = (low + high) // 2
            if ticks_diff(timers[middle][0], ticks) > 0:
                low = middle + 1
            else:
                high = middle
        while low < len(timers) and timers[low][0] == ticks:
            if timers[low][1] is task:
                del timers[low]
                return
            low += 1

    def call_soon(self, callback, *args, context=None):
        return self._call_soon(callback, args)

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return TimerHandle(_ms(delay), callback, args)

    def call_at(self, when, callback, *args, context=None):
        return TimerHandle(_ms(when - self.time()), callback, args)

    def time(self):
        return time.monotonic()

    def create_task(self, coro, *, name=None, context=None):
        return create_task(coro, name=name)

    def create_future(self):
        return Future()

    # --- running

    def _run_once(self):
        ready = self._ready
        timers = self._timers
        if ready:
            if self._streams.waiting:
                self._streams.serve(0)
        elif timers:
            self._streams.serve(max(0, ticks_diff(timers[-1][0], ticks_ms())))
        else:
            self._streams.serve(-1)
        if timers:
            now = ticks_ms()
            while timers and ticks_diff(timers[-1][0], now) <= 0:
                _, task, turn = timers.pop()
                task._wake(turn)
        for _ in range(len(ready)):
            task = self._current = ready.popleft()
            task._step()
        self._current = None

    def _run_until(self, done):
        if self._running:
            raise RuntimeError("This event loop is already running")
        if self._closed:
            raise RuntimeError("Event loop is closed")
        self._running = True
        self._stopping = False
        run_once = self._run_once
        try:
            while not done() and not self._stopping:
                run_once()
        finally:
            self._running = False
            self._current = None

    def run_until_complete(self, awaitable):
        if self._running:
            raise RuntimeError("This event loop is already running")
        task = ensure_future(awaitable)
        task._retrieved = True
        self._run_until(task.done)
        if not task.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return task.result()

    def run_forever(self):
        self._run_until(_never)

    def stop(self):
        self._stopping = True

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    async def shutdown_asyncgens(self):
        pass

    # --- errors

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got %r" % (handler,))
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        import sys

        print(context.get("message", "Unhandled exception in event loop"), file=sys.stderr)
        if "future" in context:
            future = context["future"]
            print("future:", future, "coro=", getattr(future, "coro", None), file=sys.stderr)
        if context.get("exception") is not None:
            sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._handler(self, context)
        except Exception as e:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": e}
            )


AbstractEventLoop = Loop


def _never():
    return False


def _ms(seconds):
    return max(0, round(seconds * 1000))


_loop = Loop()


# --- the loop and its tasks


def get_event_loop(runq_len=0, waitq_len=0):
    return _loop


def new_event_loop():
    """The loop, with nothing in it."""
    _loop._clear()
    return _loop


def set_event_loop(loop):
    pass


def get_running_loop():
    if not _loop._running:
        raise RuntimeError("no running event loop")
    return _loop


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


def isfuture(obj):
    return isinstance(obj, Future)


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
    if not _is_stepped(coro):
        raise TypeError("a coroutine was expected, got %r" % (coro,))
    return Task(coro, name=name)


# --- waiting


class _Sleep:
    """What sleep_ms() gives: a coroutine of its own, without a frame."""

    def __init__(self, ms, result=None):
        self._ms = ms  # None at the end
        self._result = result
        self._ticks = None  # of the timer

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        ms = self._ms
        if ms is None:
            if self._result is None:
                raise StopIteration
            raise StopIteration(self._result)
        if ms <= 0:
            self._ms = None
            return None
        task = _loop._current
        if ms > _FARTHEST_MS:
            self._ms = ms - _FARTHEST_MS
            ms = _FARTHEST_MS
        else:
            self._ms = None
        self._ticks = _loop._note_timer(ms, task, task._turn)
        return _NOTED

    def send(self, value):
        return self.__next__()

    def throw(self, kind, value=None, traceback=None):
        """The sleep is cancelled."""
        if self._ticks is not None:
            _loop._forget_timer(self._ticks, _loop._current)
        self._ms = None
        raise kind if value is None else value

    def close(self):
        self._ms = None


def sleep_ms(ms):
    return _Sleep(ms)


def sleep(delay, result=None):
    return _Sleep(round(delay * 1000), result)


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
        _loop._streams.wait(self._stream, self._index)
        return _NOTED

    def throw(self, kind, value=None, traceback=None):
        _loop._streams.leave(self._stream, self._index)
        raise kind if value is None else value


def wait_readable(stream):
    """Waits until the stream (anything that select.poll takes) has something to read."""
    return _StreamWait(stream, 1)


def wait_writable(stream):
    return _StreamWait(stream, 3)


async def to_thread(func, *args, **kwargs):
    """Differs: there are no threads; the function runs at once, and the others wait."""
    return func(*args, **kwargs)
