"""The event loop: tasks, timers and waiting for streams.

A task that waits is noted where it waits (a timer, a future, a queue, the poller) together with its
`_turn`, a number that moves on whenever the task is made ready. Whoever wakes a task says which turn
it means, so a note that has become stale (the task was cancelled meanwhile) is simply ignored.
"""

import select
import time
from collections import deque
from time import ticks_add, ticks_diff, ticks_ms

CancelledError = CancelledError
TimeoutError = TimeoutError

_FIRST_COMPLETED = "FIRST_COMPLETED"
_FIRST_EXCEPTION = "FIRST_EXCEPTION"
_ALL_COMPLETED = "ALL_COMPLETED"


class InvalidStateError(Exception):
    pass


class _Yield:
    """Awaited once to hand control to the loop; the task must be noted somewhere before."""

    def __await__(self):
        self._passed = False
        return self

    __iter__ = __await__

    def __next__(self):
        if self._passed:
            raise StopIteration
        self._passed = True


class Future:
    """A result that comes later. `await` waits for it."""

    _blocking = False

    def __init__(self, *, loop=None):
        self._state = 0  # 0 pending, 1 done, 2 cancelled
        self._result = None
        self._exception = None
        self._waiters = None
        self._callbacks = None
        self._retrieved = False

    def done(self):
        return self._state != 0

    def cancelled(self):
        return self._state == 2

    def result(self):
        if self._state == 0:
            raise InvalidStateError("Result is not ready.")
        self._retrieved = True
        if self._state == 2:
            raise CancelledError() if self._exception is None else self._exception
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 0:
            raise InvalidStateError("Exception is not set.")
        self._retrieved = True
        if self._state == 2:
            raise CancelledError() if self._exception is None else self._exception
        return self._exception

    def set_result(self, result):
        if self._state != 0:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish(1)

    def set_exception(self, exception):
        if self._state != 0:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        self._exception = exception
        self._finish(1)

    def cancel(self, msg=None):
        if self._state != 0:
            return False
        self._finish(2)
        return True

    def add_done_callback(self, callback, *, context=None):
        if self._state != 0:
            _loop._call_soon(callback, (self,))
        elif self._callbacks is None:
            self._callbacks = [callback]
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        before = len(self._callbacks or ())
        self._callbacks = [c for c in self._callbacks or () if c != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return _loop

    def _finish(self, state):
        self._state = state
        waiters, self._waiters = self._waiters, None
        if waiters:
            self._retrieved = True
            for task, turn in waiters:
                task._wake(turn)
        callbacks, self._callbacks = self._callbacks, None
        if callbacks:
            self._retrieved = True
            for callback in callbacks:
                _loop._call_soon(callback, (self,))

    def _note(self, task):
        if self._waiters is None:
            self._waiters = []
        self._waiters.append((task, task._turn))

    def __await__(self):
        if self._state == 0:
            task = _loop._current
            if task is self:
                raise RuntimeError("Task cannot await on itself")
            self._note(task)
            task._awaits = self
            yield
            task._awaits = None
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that runs in the loop."""

    _count = 0

    def __init__(self, coro, *, loop=None, name=None):
        super().__init__()
        Task._count += 1
        self.coro = coro
        self._name = name if name is not None else "Task-%d" % Task._count
        self._turn = 0
        self._throw = None  # to be raised in the coroutine at its next turn
        self._awaits = None  # the future it waits for
        self._cancels = 0
        _loop._tasks.add(self)
        _loop._ready.append((self, 0))

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

    def _wake(self, turn):
        if turn == self._turn and self._state == 0:
            self._turn = turn + 1
            _loop._ready.append((self, turn + 1))

    def cancel(self, msg=None):
        if self._state != 0:
            return False
        if self is _loop._current:
            self._throw = CancelledError() if msg is None else CancelledError(msg)
            self._cancels += 1
            return True
        self._cancels += 1
        awaited = self._awaits
        if isinstance(awaited, Task) or awaited is not None and awaited._blocking:
            # What it waits for is cancelled, and that comes back to it.
            if awaited.cancel(msg):
                return True
        self._throw = CancelledError() if msg is None else CancelledError(msg)
        self._wake(self._turn)
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _step(self):
        throw = self._throw
        try:
            if throw is None:
                self.coro.send(None)
            else:
                self._throw = None
                self._awaits = None
                self.coro.throw(throw)
        except StopIteration as e:
            self._result = e.value
            self._end(1)
        except CancelledError as e:
            self._exception = e
            self._end(2)
        except (KeyboardInterrupt, SystemExit) as e:
            self._exception = e
            self._end(1)
            raise
        except BaseException as e:
            self._exception = e
            self._end(1)
            if not self._retrieved:
                _loop._call_soon(_report, (self,))
        else:
            if self._throw is not None:  # cancelled itself while it ran
                self._wake(self._turn)

    def _end(self, state):
        _loop._tasks.discard(self)
        self._finish(state)

    def __repr__(self):
        state = ("pending", "finished", "cancelled")[self._state]
        return "<Task %s name='%s' coro=%r>" % (state, self._name, self.coro)


def _report(task):
    if not task._retrieved:
        _loop.call_exception_handler(
            {
                "message": "Task exception was never retrieved",
                "exception": task._exception,
                "future": task,
            }
        )


class _Handle:
    def __init__(self, callback, args):
        self._callback = callback
        self._args = args
        self._turn = 0
        self._state = 0

    def cancel(self):
        self._state = 2

    def cancelled(self):
        return self._state == 2

    def _wake(self, turn):
        _loop._ready.append((self, 0))

    def _step(self):
        if self._state == 0:
            self._state = 1
            self._callback(*self._args)


class _Streams:
    """Tasks that wait for streams to become readable or writable."""

    def __init__(self):
        self.poller = select.poll()
        self.waiting = {}  # id -> [stream, reader, reader's turn, writer, writer's turn]

    def wait(self, stream, index):
        task = _loop._current
        key = id(stream)
        entry = self.waiting.get(key)
        if entry is None:
            entry = self.waiting[key] = [stream, None, 0, None, 0]
            fresh = True
        else:
            fresh = False
        other = entry[index]
        if other is not None and other._turn == entry[index + 1] and other is not task:
            raise RuntimeError("another task already waits for this stream")
        entry[index] = task
        entry[index + 1] = task._turn
        events = (select.POLLIN if entry[1] else 0) | (select.POLLOUT if entry[3] else 0)
        if fresh:
            self.poller.register(stream, events)
        else:
            self.poller.modify(stream, events)

    def forget(self, stream):
        if self.waiting.pop(id(stream), None) is not None:
            self.poller.unregister(stream)

    def serve(self, timeout_ms):
        for stream, events in self.poller.ipoll(timeout_ms):
            entry = self.waiting.get(id(stream))
            if entry is None:
                continue
            if events & ~select.POLLOUT and entry[1] is not None:
                task, entry[1] = entry[1], None
                task._wake(entry[2])
            if events & ~select.POLLIN and entry[3] is not None:
                task, entry[3] = entry[3], None
                task._wake(entry[4])
            if entry[1] is None and entry[3] is None:
                self.forget(stream)
            else:
                self.poller.modify(
                    stream, select.POLLIN if entry[1] is not None else select.POLLOUT
                )


class Loop:
    def __init__(self):
        self._clear()

    def _clear(self):
        self._ready = deque()
        self._timers = []  # (ticks, task, turn), the next one last
        self._streams = _Streams()
        self._tasks = set()
        self._current = None
        self._stopping = False
        self._handler = None
        self._running = False

    # --- scheduling

    def _call_soon(self, callback, args):
        handle = _Handle(callback, args)
        self._ready.append((handle, 0))
        return handle

    def _call_at_ticks(self, ticks, task, turn):
        timers = self._timers
        i = len(timers)
        while i > 0 and ticks_diff(timers[i - 1][0], ticks) <= 0:
            i -= 1
        timers.insert(i, (ticks, task, turn))

    def call_soon(self, callback, *args, context=None):
        return self._call_soon(callback, args)

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        handle = _Handle(callback, args)
        self._call_at_ticks(ticks_add(ticks_ms(), int(delay * 1000)), handle, 0)
        return handle

    def call_at(self, when, callback, *args, context=None):
        return self.call_later(max(0, when - self.time()), callback, *args)

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
        if timers:
            now = ticks_ms()
            while timers and ticks_diff(timers[-1][0], now) <= 0:
                _, task, turn = timers.pop()
                task._wake(turn)
        if ready:
            if self._streams.waiting:
                self._streams.serve(0)
        else:
            timeout = -1
            if timers:
                timeout = max(0, ticks_diff(timers[-1][0], ticks_ms()))
            self._streams.serve(timeout)
            return
        for _ in range(len(ready)):
            task, turn = ready.popleft()
            if task._turn == turn and task._state == 0:
                self._current = task
                try:
                    task._step()
                finally:
                    self._current = None

    def run_until_complete(self, awaitable):
        if self._running:
            raise RuntimeError("This event loop is already running")
        task = ensure_future(awaitable)
        task._retrieved = True
        self._running = True
        self._stopping = False
        try:
            while task._state == 0:
                if self._stopping:
                    raise RuntimeError("Event loop stopped before Future completed.")
                self._run_once()
        finally:
            self._running = False
        return task.result()

    def run_forever(self):
        self._running = True
        self._stopping = False
        try:
            while not self._stopping:
                self._run_once()
        finally:
            self._running = False

    def stop(self):
        self._stopping = True
        self._call_soon(_nothing, ())

    def close(self):
        pass

    def is_running(self):
        return self._running

    def is_closed(self):
        return False

    # --- errors

    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context=None):
        import sys

        context = context if isinstance(context, dict) else self
        print(context["message"], file=sys.stderr)
        if "future" in context:
            future = context["future"]
            print("future:", future, "coro=", getattr(future, "coro", None), file=sys.stderr)
        if context.get("exception") is not None:
            sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)


def _nothing():
    pass


_loop = Loop()


# --- functions


def get_event_loop(*args):
    return _loop


def new_event_loop():
    _loop._clear()
    return _loop


def set_event_loop(loop):
    pass


def get_running_loop():
    if not _loop._running:
        raise RuntimeError("no running event loop")
    return _loop


def current_task(loop=None):
    task = _loop._current
    if task is None:
        raise RuntimeError("no running event loop")
    return task


def all_tasks(loop=None):
    return set(_loop._tasks)


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "close")


def isfuture(obj):
    return isinstance(obj, Future)


async def _wrap(awaitable):
    return await awaitable


def ensure_future(awaitable, *, loop=None):
    if isinstance(awaitable, Future):
        return awaitable
    if iscoroutine(awaitable):
        return Task(awaitable)
    return Task(_wrap(awaitable))


def create_task(coro, *, name=None, context=None):
    if not iscoroutine(coro):
        raise TypeError("a coroutine was expected, got %r" % (coro,))
    return Task(coro, name=name)


def run(main, *, debug=None, loop_factory=None):
    if _loop._running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main) and not isinstance(main, Future):
        raise ValueError("a coroutine was expected, got %r" % (main,))
    try:
        return _loop.run_until_complete(main)
    finally:
        _cancel_all()


def _cancel_all():
    """At the end of run(): what still runs is cancelled, and may clean up."""
    left = list(_loop._tasks)
    for task in left:
        task.cancel()
        task._retrieved = True
    if left:
        try:
            _loop.run_until_complete(gather(*left, return_exceptions=True))
        finally:
            _loop._tasks.clear()
    _loop._ready.clear()
    _loop._timers.clear()


class _Sleep:
    """What sleep_ms() awaits. One object a sleep; its iteration notes the task and stops once."""

    def __init__(self, ms):
        self._ms = ms

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        ms = self._ms
        if ms is None:
            raise StopIteration
        self._ms = None
        task = _loop._current
        if ms > 0:
            _loop._call_at_ticks(ticks_add(ticks_ms(), ms), task, task._turn)
        else:
            task._wake(task._turn)


def sleep_ms(ms):
    return _Sleep(ms)


async def sleep(delay, result=None):
    await _Sleep(round(delay * 1000))
    return result


async def wait_for(aw, timeout, sleep=None):
    if timeout is None:
        return await aw
    return await wait_for_ms(aw, round(timeout * 1000))


async def wait_for_ms(aw, timeout_ms):
    task = ensure_future(aw)
    if timeout_ms <= 0 and not task.done():
        await sleep_ms(0)
    waiter = _loop._current
    expired = []

    def expire():
        expired.append(True)
        task.cancel()

    timer = None
    if not task.done():
        timer = _Handle(expire, ())
        _loop._call_at_ticks(ticks_add(ticks_ms(), max(0, timeout_ms)), timer, 0)
    try:
        return await task
    except CancelledError:
        if expired and not waiter._cancels:
            raise TimeoutError() from None
        if not task.done():
            task.cancel()
        raise
    finally:
        if timer is not None:
            timer.cancel()


def gather(*aws, return_exceptions=False):
    outer = _Gathering()
    children = []
    known = {}
    for aw in aws:
        child = known.get(id(aw))
        if child is None:
            child = known[id(aw)] = ensure_future(aw)
        children.append(child)
    outer._start(children, return_exceptions)
    return outer


class _Gathering(Future):
    _blocking = True

    def _start(self, children, return_exceptions):
        self._children = children
        self._left = len(set(id(c) for c in children))
        self._return = return_exceptions
        self._was_cancelled = False
        if not children:
            self.set_result([])
        seen = set()
        for child in children:
            if id(child) not in seen:
                seen.add(id(child))
                child.add_done_callback(self._child_done)

    def cancel(self, msg=None):
        if self._state != 0:
            return False
        hit = False
        for child in self._children:
            hit = child.cancel(msg) or hit
        self._was_cancelled = self._was_cancelled or hit
        return hit

    def _child_done(self, child):
        child._retrieved = True
        self._left -= 1
        if self._state != 0:
            return
        if not self._return:
            if child._state == 2:
                self._exception = child._exception or CancelledError()
                self._finish(2)
                return
            if child._exception is not None:
                self.set_exception(child._exception)
                return
        if self._left:
            return
        results = []
        for c in self._children:
            if c._state == 2:
                results.append(c._exception or CancelledError())
            elif c._exception is not None:
                results.append(c._exception)
            else:
                results.append(c._result)
        if self._was_cancelled:
            self._exception = CancelledError()
            self._finish(2)
        else:
            self.set_result(results)


async def wait(aws, *, timeout=None, return_when=_ALL_COMPLETED):
    futures = set(aws)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    for f in futures:
        if not isinstance(f, Future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    finished = Future()

    def check(_=None):
        if finished.done():
            return
        done = [f for f in futures if f.done()]
        failed = any(f._state == 1 and f._exception is not None for f in done)
        if (
            len(done) == len(futures)
            or done
            and return_when == _FIRST_COMPLETED
            or failed
            and return_when == _FIRST_EXCEPTION
        ):
            finished.set_result(None)

    for f in futures:
        if not f.done():
            f.add_done_callback(check)
    check()
    timer = None
    if timeout is not None:
        timer = _loop.call_later(timeout, lambda: finished.done() or finished.set_result(None))
    try:
        await finished
    finally:
        if timer is not None:
            timer.cancel()
        for f in futures:
            if not f.done():
                f.remove_done_callback(check)
    return {f for f in futures if f.done()}, {f for f in futures if not f.done()}


def as_completed(aws, *, timeout=None):
    from .queues import Queue

    done = Queue()
    futures = [ensure_future(aw) for aw in aws]
    for f in futures:
        f.add_done_callback(done.put_nowait)
    if timeout is not None:
        _loop.call_later(timeout, lambda: [done.put_nowait(None) for _ in futures])

    async def next_done():
        f = await done.get()
        if f is None:
            raise TimeoutError()
        return f.result()

    for _ in futures:
        yield next_done()


async def shield(aw):
    inner = ensure_future(aw)
    outer = Future()

    def copy(_):
        if outer.done():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner._exception is not None:
            outer.set_exception(inner._exception)
        else:
            outer.set_result(inner._result)

    inner.add_done_callback(copy)
    return await outer


async def to_thread(func, *args, **kwargs):
    """No threads here: the function runs at once."""
    return func(*args, **kwargs)


class _StreamWait:
    def __init__(self, stream, index):
        self._stream = stream
        self._index = index

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        if self._stream is None:
            raise StopIteration
        _loop._streams.wait(self._stream, self._index)
        self._stream = None


def wait_readable(stream):
    """Waits until the stream (anything that select.poll takes) has something to read."""
    return _StreamWait(stream, 1)


def wait_writable(stream):
    return _StreamWait(stream, 3)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def run(self, coro, *, context=None):
        return _loop.run_until_complete(coro)

    def get_loop(self):
        return _loop

    def close(self):
        _cancel_all()
